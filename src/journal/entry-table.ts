import { BitSet } from '../store/bit-set.ts'
import type { Column } from '../store/column.ts'
import { alone } from '../store/key.ts'
import type { SortedIndex } from '../store/sorted-index.ts'
import { Indexes } from '../store/indexes.ts'
import type { Source } from '../model/resource.ts'
import { EntryRow, journaled, type Entry } from './entry.ts'

/** Below this, positions of entries that were dropped are not worth closing. */
const FEW = 64

/**
 * The entries of a journal, to be asked in the filter language. Nothing is made of an entry before somebody asks about
 * it, and then of what is asked about alone; from then on it takes up what has come and gone since.
 */
export class EntryTable {
  readonly #entryOf: (number: number) => Entry | undefined
  #live = new BitSet()
  #indexes: Indexes
  /** The number of the entry at position 0. */
  #base: number
  #first: number
  #next: number

  /** @param entryOf the entry of a number, if it is held. @param first the number of the first. */
  constructor(entryOf: (number: number) => Entry | undefined, first: number) {
    this.#entryOf = entryOf
    this.#base = this.#first = this.#next = first
    this.#indexes = this.#viewsOf()
  }

  /** Holds the entries from one number to before another, neither less than before. */
  follow(first: number, next: number): this {
    if (this.#next <= first || next - this.#base > FEW + 2 * (next - first)) this.#begin(first)
    for (; this.#first < first; this.#first++) this.#live.remove(this.#first - this.#base)
    for (; this.#next < next; this.#next++) {
      const position = this.#next - this.#base
      this.#live.add(position)
      const row = this.#indexes.isEmpty ? undefined : this.at(position)
      if (row !== undefined) this.#indexes.add(position, row)
    }
    return this
  }

  get size(): number {
    return this.#next - this.#first
  }

  /** One more than the last position. */
  get positions(): number {
    return this.#next - this.#base
  }

  /** Where entries stand. Not to be changed. */
  get live(): BitSet {
    return this.#live
  }

  /** Where entries stand whose numbers are greater than one. */
  after(number: number): BitSet {
    const later = this.#live.copy()
    later.clearBelow(number + 1 - this.#base)
    return later
  }

  column(source: Source): Column {
    return this.#indexes.column(source)
  }

  order(source: Source): SortedIndex {
    return this.#indexes.order(source)
  }

  /** Throws a plain Error for a position where none stands. */
  rowsAt(positions: Iterable<number>): EntryRow[] {
    return Array.from(positions, (position) => {
      const row = this.at(position)
      if (row === undefined) throw new Error(`The journal has no entry ${position + this.#base}.`)
      return row
    })
  }

  /** The number of the entry at a position. */
  numberAt(position: number): number {
    return position + this.#base
  }

  at(position: number): EntryRow | undefined {
    const number = position + this.#base
    const entry = number < this.#first ? undefined : this.#entryOf(number)
    return entry === undefined ? undefined : new EntryRow(entry, number)
  }

  #begin(first: number): void {
    this.#base = this.#first = this.#next = first
    this.#live = new BitSet()
    this.#indexes = this.#viewsOf()
  }

  /** Each column keeps its values itself, so that they stay in order when entries are dropped; there are few enough. */
  #viewsOf(): Indexes {
    return new Indexes(this, journaled, alone, Infinity)
  }
}
