import { lowest, type BitSet } from './bit-set.ts'
import type { Column } from './column.ts'
import type { Key, ComparisonOperator } from './key.ts'
import { sortByKey } from './sort-by-key.ts'

const BLOCK = 1024
const WORDS = BLOCK / 32

/** Numbers and moments. Each block of 1,024 rows knows its range, so that most blocks need no look at their rows. */
export class NumberColumn implements Column {
  readonly cost = 1
  /** What is absent is NaN, which no comparison below is true of. */
  #values: Float64Array
  // Ranges only ever widen: a replaced value may leave one wider than it need be.
  #least: Float64Array
  #most: Float64Array
  #hasAbsent: Uint8Array

  constructor(size: number) {
    this.#values = new Float64Array(Math.max(16, size)).fill(NaN)
    const blocks = Math.ceil(this.#values.length / BLOCK)
    this.#least = new Float64Array(blocks).fill(Infinity)
    this.#most = new Float64Array(blocks).fill(-Infinity)
    this.#hasAbsent = new Uint8Array(blocks)
  }

  keyAt(position: number): number | undefined {
    const value = this.#values[position]
    return value === undefined || Number.isNaN(value) ? undefined : value
  }

  put(position: number, key: Key | undefined): void {
    if (position >= this.#values.length) this.#grow(position + 1)
    const value = typeof key === 'number' ? key : NaN
    this.#values[position] = value
    const block = Math.floor(position / BLOCK)
    if (Number.isNaN(value)) this.#hasAbsent[block] = 1
    if (value < (this.#least[block] ?? 0)) this.#least[block] = value
    if (value > (this.#most[block] ?? 0)) this.#most[block] = value
  }

  refine(operator: ComparisonOperator, key: Key, matches: BitSet): void {
    const [low, high] = typeof key === 'number' ? rangeOf(operator, key) : [NaN, NaN]
    const isInside = operator !== '!='
    const { words } = matches
    for (let first = 0, block = 0; first < words.length; first += WORDS, block++) {
      const end = Math.min(first + WORDS, words.length)
      const least = this.#least[block] ?? Infinity
      const most = this.#most[block] ?? -Infinity
      const isDisjoint = !(least <= high && most >= low)
      const isWithin = least >= low && most <= high
      if (isInside ? isDisjoint : isWithin) words.fill(0, first, end)
      else if (this.#hasAbsent[block] === 1 || !(isInside ? isWithin : isDisjoint))
        this.#refineBlock(words, first, end, low, high, isInside)
    }
  }

  sorted(live: BitSet): Uint32Array {
    return sortByKey(live.slice(), (position) => this.keyAt(position))
  }

  #refineBlock(words: Uint32Array, first: number, end: number, low: number, high: number, isInside: boolean): void {
    const values = this.#values
    for (let i = first; i < end; i++) {
      let kept = words[i] ?? 0
      for (let rest = kept; rest !== 0; rest &= rest - 1) {
        const value = values[(i << 5) + lowest(rest)] ?? NaN
        const isMet = isInside ? value >= low && value <= high : value < low || value > high
        if (!isMet) kept &= ~(rest & -rest)
      }
      words[i] = kept
    }
  }

  #grow(size: number): void {
    const capacity = Math.max(size, Math.ceil(this.#values.length * 1.5))
    const blocks = Math.ceil(capacity / BLOCK)
    const longer = (old: Float64Array, length: number, rest: number) => {
      const grown = new Float64Array(length).fill(rest, old.length)
      grown.set(old)
      return grown
    }
    this.#values = longer(this.#values, capacity, NaN)
    this.#least = longer(this.#least, blocks, Infinity)
    this.#most = longer(this.#most, blocks, -Infinity)
    const hasAbsent = new Uint8Array(blocks)
    hasAbsent.set(this.#hasAbsent)
    this.#hasAbsent = hasAbsent
  }
}

/** The closed range that the operator keeps, or for `!=` drops. */
function rangeOf(operator: ComparisonOperator, key: number): readonly [low: number, high: number] {
  switch (operator) {
    case '==':
    case '!=':
      return [key, key]
    case '>=':
      return [key, Infinity]
    case '>':
      return [next(key, 1n), Infinity]
    case '<=':
      return [-Infinity, key]
    case '<':
      return [-Infinity, next(key, -1n)]
  }
}

const float = new Float64Array(1)
const integer = new BigInt64Array(float.buffer)

/** The nearest number above (`1n`) or below (`-1n`). */
function next(number: number, step: 1n | -1n): number {
  if (number === 0) return step > 0n ? Number.MIN_VALUE : -Number.MIN_VALUE
  float[0] = number
  integer[0] = (integer[0] ?? 0n) + (number > 0 ? step : -step)
  return float[0] ?? NaN
}
