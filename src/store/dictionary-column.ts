import { BitSet } from './bit-set.ts'
import type { Column } from './column.ts'
import { compareKeys, type Key, type ComparisonOperator } from './key.ts'

/** So many distinct values may have a set of positions each. */
const MOST_SETS = 256
/** So many sets are joined rather than looked up row by row. */
const MOST_JOINED = 16
/** So many rows of one value are searched for one by one. */
const FEW = 32

/** A number for each distinct value: values are compared a few times each, however many rows there are. */
export class DictionaryColumn implements Column {
  /** By code. Code 0 is what is absent. */
  readonly #keys: (Key | undefined)[] = [undefined]
  readonly #codes = new Map<Key | undefined, number>([[undefined, 0]])
  /** By code, each made when it is first asked for and kept current since. */
  #sets: (BitSet | undefined)[] = []
  /** The codes of what is not absent by their keys, from when they are first asked for. */
  #ascending: number[] | undefined
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

  refine(operator: ComparisonOperator, key: Key, matches: BitSet): void {
    if (operator === '==' || operator === '!=') return this.#refineEqual(operator, key, matches)
    const met = this.#codesThat(operator, key)
    if (this.#hasSets && met.length <= MOST_JOINED) matches.and(this.#join(met))
    else this.#refineEach(met, matches)
  }

  sorted(live: BitSet): Uint32Array {
    const order = [0, ...this.#inOrder()]
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

  #refineEqual(operator: '==' | '!=', key: Key, matches: BitSet): void {
    const code = this.#codes.get(key)
    if (operator === '==') {
      if (code === undefined) matches.clear()
      else matches.and(this.#setOf(code))
    } else {
      matches.andNot(this.#setOf(0))
      if (code !== undefined) matches.andNot(this.#setOf(code))
    }
  }

  /** The codes whose keys are less or greater than one. */
  #codesThat(operator: Exclude<ComparisonOperator, '==' | '!='>, key: Key): readonly number[] {
    const ascending = this.#inOrder()
    const place = this.#placeOf(key, ascending)
    const beyond = this.#codes.has(key) ? place + 1 : place
    switch (operator) {
      case '<':
        return ascending.slice(0, place)
      case '<=':
        return ascending.slice(0, beyond)
      case '>':
        return ascending.slice(beyond)
      case '>=':
        return ascending.slice(place)
    }
  }

  #inOrder(): number[] {
    return (this.#ascending ??= this.#keys
      .map((_, code) => code)
      .slice(1)
      .sort((a, b) => compareKeys(this.#keys[a], this.#keys[b])))
  }

  /** How many keys are less than one. */
  #placeOf(key: Key, ascending: readonly number[]): number {
    let low = 0
    let high = ascending.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compareKeys(this.#keys[ascending[middle] ?? 0], key) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #refineEach(met: readonly number[], matches: BitSet): void {
    const codeAt = this.#codeAt
    if (met.length === 0) return matches.clear()
    if (met.length === 1) return matches.and(this.#setOf(met[0] ?? 0))
    const isMet = new Uint8Array(this.#keys.length)
    for (const code of met) isMet[code] = 1
    const { words } = matches
    for (let i = 0; i < words.length; i++) {
      const kept = words[i] ?? 0
      if (kept === 0) continue
      // Without branches, a look at all is cheaper than a choice for each.
      let found = 0
      for (let bit = 0; bit < 32; bit++) found |= (isMet[codeAt[(i << 5) + bit] ?? 0] ?? 0) << bit
      words[i] = kept & found
    }
  }

  #join(codes: readonly number[]): BitSet {
    const joined = new BitSet()
    for (const code of codes) joined.or(this.#setOf(code))
    return joined
  }

  #setOf(code: number): BitSet {
    return this.#hasSets ? (this.#sets[code] ??= this.#scanFor(code)) : this.#scanFor(code)
  }

  #scanFor(code: number): BitSet {
    const codeAt = this.#codeAt
    const size = this.#size
    const found = new BitSet(new Uint32Array(Math.ceil(codeAt.length / 32)))
    // What is rare is found sooner by a search for the next one, and what is not, by a look at all.
    let next = codeAt.indexOf(code)
    for (let n = 0; n < FEW && next >= 0 && next < size; n++) {
      found.add(next)
      next = codeAt.indexOf(code, next + 1)
    }
    if (next >= 0)
      for (let position = next; position < size; position++) if (codeAt[position] === code) found.add(position)
    return found
  }

  #enter(key: Key | undefined): number {
    const code = this.#keys.push(key) - 1
    this.#codes.set(key, code)
    if (key !== undefined && this.#ascending !== undefined)
      this.#ascending.splice(this.#placeOf(key, this.#ascending), 0, code)
    if (!this.#hasSets && this.#sets.length > 0) this.#sets = []
    const { length } = this.#codeAt
    if (code >= 2 ** (8 * this.#codeAt.BYTES_PER_ELEMENT)) this.#codeAt = widen(this.#codeAt, length, code + 1)
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
