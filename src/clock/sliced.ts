/** Work that may be left off wherever it yields, and comes to a result in the end. */
export type Sliced<T> = Generator<undefined, T, undefined>

/** Does it without leaving off. Throws what it throws. */
export function finish<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** What is done at once, as work that begins when its turn comes; what it returns may be work itself. */
export function* workOf<T>(act: () => T | Sliced<T>): Sliced<T> {
  const made = act()
  return isSliced(made) ? yield* made : made
}

/** Bytes one after another, as work that may be left off after each piece. */
export function* joinPieces(pieces: readonly Uint8Array[]): Sliced<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(pieces.reduce((sum, { length }) => sum + length, 0))
  let end = 0
  for (const piece of pieces) {
    bytes.set(piece, end)
    end += piece.length
    yield
  }
  return bytes
}

/** Whether something is work, rather than a result. */
const isSliced = <T>(made: T | Sliced<T>): made is Sliced<T> =>
  Object.prototype.toString.call(made) === '[object Generator]'
