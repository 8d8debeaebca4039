import type { BitSet } from './bit-set.ts'
import type { Column } from './column.ts'
import { compareKeys, type Key } from './key.ts'

export type Direction = 'asc' | 'desc'

/**
 * The positions of a table sorted by a column, what is absent first. Equal ones are in the order they were added,
 * ascending and descending alike, so both ways are walked along the same list.
 */
export class SortedIndex {
  readonly #column: Column
  #positions: Uint32Array
  #size: number

  constructor(column: Column, live: BitSet) {
    this.#column = column
    this.#positions = column.sorted(live)
    this.#size = this.#positions.length
  }

  /** All positions, ascending. */
  get positions(): Uint32Array {
    return this.#positions.subarray(0, this.#size)
  }

  /** Takes up a position whose column value is current. */
  add(position: number): void {
    const key = this.#column.keyAt(position)
    const place = this.#placeOf(position, key)
    if (this.#size === this.#positions.length) this.#grow()
    this.#positions.copyWithin(place + 1, place, this.#size)
    this.#positions[place] = position
    this.#size++
  }

  /** Gives up a position while its column still has the value it was taken up with. */
  remove(position: number): void {
    const place = this.#placeOf(position, this.#column.keyAt(position))
    if (this.#positions[place] !== position) throw new Error(`Position ${position} is not in the order.`)
    this.#positions.copyWithin(place, place + 1, this.#size)
    this.#size--
  }

  /** The matching positions after the first `from` in this direction, at most `count`. */
  slice(matches: BitSet, direction: Direction, from: number, count: number): number[] {
    return direction === 'asc' ? this.#ascending(matches, from, count) : this.#descending(matches, from, count)
  }

  #ascending(matches: BitSet, from: number, count: number): number[] {
    const positions = this.#positions
    const taken: number[] = []
    let skip = from
    for (let place = 0; place < this.#size && taken.length < count; place++) {
      const position = positions[place] ?? 0
      if (matches.has(position) && skip-- <= 0) taken.push(position)
    }
    return taken
  }

  #descending(matches: BitSet, from: number, count: number): number[] {
    const positions = this.#positions
    const taken: number[] = []
    let skip = from
    for (let last = this.#size - 1; last >= 0 && taken.length < count; last--) {
      if (!matches.has(positions[last] ?? 0)) continue
      const first = this.#firstEqual(last)
      for (let place = first; place <= last && taken.length < count; place++) {
        const position = positions[place] ?? 0
        if (matches.has(position) && skip-- <= 0) taken.push(position)
      }
      last = first
    }
    return taken
  }

  /** The first place whose key equals that of `last`; near in most columns, so the steps back double. */
  #firstEqual(last: number): number {
    const key = this.#column.keyAt(this.#positions[last] ?? 0)
    let equal = last
    let step = 1
    while (equal - step >= 0 && this.#keyAt(equal - step) === key) {
      equal -= step
      step *= 2
    }
    let low = Math.max(0, equal - step + 1)
    while (low < equal) {
      const middle = (low + equal) >>> 1
      if (this.#keyAt(middle) === key) equal = middle
      else low = middle + 1
    }
    return equal
  }

  #placeOf(position: number, key: Key | undefined): number {
    let low = 0
    let high = this.#size
    const last = this.#positions[high - 1] ?? 0
    if (high > 0 && this.#isBefore(last, position, key)) return high
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#isBefore(this.#positions[middle] ?? 0, position, key)) low = middle + 1
      else high = middle
    }
    return low
  }

  #isBefore(other: number, position: number, key: Key | undefined): boolean {
    const difference = compareKeys(this.#column.keyAt(other), key)
    return difference < 0 || (difference === 0 && other < position)
  }

  #keyAt(place: number): Key | undefined {
    return this.#column.keyAt(this.#positions[place] ?? 0)
  }

  #grow(): void {
    const grown = new Uint32Array(Math.max(16, Math.ceil(this.#positions.length * 1.5)))
    grown.set(this.#positions)
    this.#positions = grown
  }
}
