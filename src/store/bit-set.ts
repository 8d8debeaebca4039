/** A growable set of positions, one bit each; positions beyond its words are not in it. */
export class BitSet {
  #words: Uint32Array

  constructor(words: Uint32Array = new Uint32Array(1)) {
    this.#words = words
  }

  /** All positions below `size`. */
  static full(size: number): BitSet {
    const words = new Uint32Array(Math.max(1, Math.ceil(size / 32))).fill(0xffffffff)
    if (size % 32 !== 0 || size === 0) words[size >>> 5] = 2 ** (size & 31) - 1
    return new BitSet(words)
  }

  /** The bits themselves, 32 positions a word, for loops that cannot afford a call for each. */
  get words(): Uint32Array {
    return this.#words
  }

  copy(): BitSet {
    return new BitSet(this.#words.slice())
  }

  add(position: number): void {
    const word = position >>> 5
    if (word >= this.#words.length) this.#grow(word + 1)
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (position & 31))
  }

  remove(position: number): void {
    const word = position >>> 5
    if (word < this.#words.length) this.#words[word] = (this.#words[word] ?? 0) & ~(1 << (position & 31))
  }

  has(position: number): boolean {
    return ((this.#words[position >>> 5] ?? 0) & (1 << (position & 31))) !== 0
  }

  clear(): void {
    this.#words.fill(0)
  }

  and(other: BitSet): void {
    const words = this.#words
    const others = other.#words
    const shared = Math.min(words.length, others.length)
    for (let i = 0; i < shared; i++) words[i] = (words[i] ?? 0) & (others[i] ?? 0)
    words.fill(0, shared)
  }

  andNot(other: BitSet): void {
    const words = this.#words
    const others = other.#words
    const shared = Math.min(words.length, others.length)
    for (let i = 0; i < shared; i++) words[i] = (words[i] ?? 0) & ~(others[i] ?? 0)
  }

  or(other: BitSet): void {
    const others = other.#words
    if (others.length > this.#words.length) this.#grow(others.length)
    const words = this.#words
    for (let i = 0; i < others.length; i++) words[i] = (words[i] ?? 0) | (others[i] ?? 0)
  }

  /** Takes out all positions below one. */
  clearBelow(position: number): void {
    const words = this.#words
    const whole = Math.min(Math.max(0, position) >>> 5, words.length)
    words.fill(0, 0, whole)
    if (position > 0 && whole < words.length) words[whole] = (words[whole] ?? 0) & (-1 << (position & 31))
  }

  /** How many positions there are in it. */
  count(): number {
    const words = this.#words
    let count = 0
    for (let i = 0; i < words.length; i++) count += popcount(words[i] ?? 0)
    return count
  }

  /** The positions after the first `from`, at most `count`, ascending. */
  slice(from = 0, count = Infinity): number[] {
    const words = this.#words
    const positions: number[] = []
    let skip = from
    for (let i = 0; i < words.length && positions.length < count; i++) {
      let rest = words[i] ?? 0
      if (rest === 0) continue
      if (skip >= 32 || (skip > 0 && popcount(rest) <= skip)) {
        skip -= popcount(rest)
        continue
      }
      for (; rest !== 0; rest &= rest - 1) {
        if (skip-- > 0) continue
        if (positions.length === count) break
        positions.push((i << 5) + lowest(rest))
      }
      skip = 0
    }
    return positions
  }

  #grow(words: number): void {
    const grown = new Uint32Array(Math.max(words, this.#words.length * 2))
    grown.set(this.#words)
    this.#words = grown
  }
}

/** The place of the lowest bit of a word that is not zero. */
export const lowest = (word: number): number => 31 - Math.clz32(word & -word)

function popcount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
