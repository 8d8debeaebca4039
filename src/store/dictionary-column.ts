import { Bits, lowest } from './bits.ts'
import type { Column } from './column.ts'
import { compareKeys, isMet, type Key, type Operator } from './key.ts'

/** So many distinct values may have a set of positions each. */
const MOST_SETS = 256
/** So many sets are joined rather than looked up row by row. */
const MOST_JOINED = 16

const UNKNOWN = 0
const MET = 1
const FAILED = 2

/** A number for each distinct value: a comparison is made once for each, however many rows there are. */
export class DictionaryColumn implements Column {
  /** By code. Code 0 is what is absent. */
  readonly #keys: (Key | undefined)[] = [undefined]
  readonly #codes = new Map<Key | undefined, number>([[undefined, 0]])
  /** By code, each made when it is first asked for and kept current since. */
  #sets: (Bits | undefined)[] = []
  #codeAt: Uint8Array | Uint16Array | Uint32Array
  #size = 0

  constructor(size: number) {
    this.#codeAt = new Uint8Array(Math.max(16, size))
  }

  get cost(): number {
    return this.#hasSets ? 0 : 2
  }

  /** How many distinct values there are. */
  get distinct(): number {
    return this.#keys.length - 1
  }

  keyAt(position: number): Key | undefined {
    return this.#keys[this.#codeAt[position] ?? 0]
  }

  put(position: number, key: Key | undefined): void {
    const code = this.#codes.get(key) ?? this.#enter(key)
    if (position >= this.#codeAt.length) {
      const capacity = Math.max(position + 1, Math.ceil(this.#codeAt.length * 1.5))
      this.#codeAt = widen(this.#codeAt, capacity, this.#keys.length)
    }
    if (position < this.#size) this.#sets[this.#codeAt[position] ?? 0]?.remove(position)
    else this.#size = position + 1
    this.#codeAt[position] = code
    this.#sets[code]?.add(position)
  }

  refine(operator: Operator, key: Key, matches: Bits): void {
    if (operator === '==' || operator === '!=') this.#refineEqual(operator, key, matches)
    else if (!this.#hasSets) this.#refineEach(operator, key, matches)
    else {
      const met = this.#keys.flatMap((value, code) => (isMet(value, operator, key) ? [code] : []))
      if (met.length > MOST_JOINED) this.#refineEach(operator, key, matches)
      else matches.and(this.#join(met))
    }
  }

  sorted(live: Bits): Uint32Array {
    const order = this.#keys.map((_, code) => code)
    order.sort((a, b) => compareKeys(this.#keys[a], this.#keys[b]))
    const positions = live.slice()
    const counts = new Uint32Array(this.#keys.length)
    for (const position of positions) {
      const code = this.#codeAt[position] ?? 0
      counts[code] = (counts[code] ?? 0) + 1
    }
    const next = new Uint32Array(this.#keys.length)
    let start = 0
    for (const code of order) {
      next[code] = start
      start += counts[code] ?? 0
    }
    const sorted = new Uint32Array(positions.length)
    for (const position of positions) {
      const code = this.#codeAt[position] ?? 0
      const place = next[code] ?? 0
      sorted[place] = position
      next[code] = place + 1
    }
    return sorted
  }

  get #hasSets(): boolean {
    return this.#keys.length <= MOST_SETS
  }

  #refineEqual(operator: '==' | '!=', key: Key, matches: Bits): void {
    const code = this.#codes.get(key)
    if (!this.#hasSets) this.#refineEach(operator, key, matches)
    else if (operator === '==') {
      if (code === undefined) matches.clear()
      else matches.and(this.#setOf(code))
    } else {
      matches.andNot(this.#setOf(0))
      if (code !== undefined) matches.andNot(this.#setOf(code))
    }
  }

  #refineEach(operator: Operator, key: Key, matches: Bits): void {
    const codeAt = this.#codeAt
    const verdicts = new Uint8Array(this.#keys.length)
    const { words } = matches
    for (let i = 0; i < words.length; i++) {
      let kept = words[i] ?? 0
      for (let rest = kept; rest !== 0; rest &= rest - 1) {
        const code = codeAt[(i << 5) + lowest(rest)] ?? 0
        if (verdicts[code] === UNKNOWN)
          verdicts[code] = isMet(this.#keys[code], operator, key) ? MET : FAILED
        if (verdicts[code] === FAILED) kept &= ~(rest & -rest)
      }
      words[i] = kept
    }
  }

  #join(codes: readonly number[]): Bits {
    const joined = new Bits()
    for (const code of codes) joined.or(this.#setOf(code))
    return joined
  }

  #setOf(code: number): Bits {
    const known = this.#sets[code]
    if (known !== undefined) return known
    const words = new Uint32Array(Math.ceil(this.#codeAt.length / 32))
    for (let position = 0; position < this.#size; position++)
      if (this.#codeAt[position] === code)
        words[position >>> 5] = (words[position >>> 5] ?? 0) | (1 << (position & 31))
    return (this.#sets[code] = new Bits(words))
  }

  #enter(key: Key | undefined): number {
    const code = this.#keys.push(key) - 1
    this.#codes.set(key, code)
    if (this.#keys.length > MOST_SETS) this.#sets = []
    const { length } = this.#codeAt
    if (code >= 2 ** (8 * this.#codeAt.BYTES_PER_ELEMENT))
      this.#codeAt = widen(this.#codeAt, length, code + 1)
    return code
  }
}

function widen(
  codes: Uint8Array | Uint16Array | Uint32Array,
  length: number,
  distinct: number,
): Uint8Array | Uint16Array | Uint32Array {
  const wide =
    distinct <= 2 ** 8
      ? new Uint8Array(length)
      : distinct <= 2 ** 16
        ? new Uint16Array(length)
        : new Uint32Array(length)
  wide.set(codes)
  return wide
}
