/** A text in the pieces in which it came: put together, a long one would take long, and room. */
export class LongText {
  readonly pieces: readonly string[]
  readonly length: number
  /** Where each piece begins. */
  readonly #begins: readonly number[]

  constructor(pieces: readonly string[]) {
    const begins: number[] = []
    let length = 0
    for (const piece of pieces) {
      begins.push(length)
      length += piece.length
    }
    this.pieces = pieces
    this.length = length
    this.#begins = begins
  }

  /** What stands from one place to before another. */
  slice(from: number, to: number): string {
    let part = ''
    for (let n = this.#pieceAt(from); n < this.pieces.length; n++) {
      const begin = this.#begins[n] ?? 0
      if (begin >= to) break
      part += this.pieces[n]?.slice(Math.max(from - begin, 0), to - begin) ?? ''
    }
    return part
  }

  toString(): string {
    return this.pieces.join('')
  }

  /** The last piece that begins no later. */
  #pieceAt(place: number): number {
    let [low, high] = [0, this.pieces.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#begins[middle] ?? 0) <= place) low = middle
      else high = middle
    }
    return low
  }
}

/** Whether something is a text, in pieces or not. */
export const isText = (value: unknown): value is string | LongText =>
  typeof value === 'string' || value instanceof LongText
