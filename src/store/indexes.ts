import type { Resource, Source } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import type { BitSet } from './bit-set.ts'
import type { Column } from './column.ts'
import { DictionaryColumn } from './dictionary-column.ts'
import { keyReader, shapeOf, sourceKey, type KeyOf, type Ledger } from './key.ts'
import { NumberColumn } from './number-column.ts'
import { SortedIndex } from './sorted-index.ts'
import { PlainColumn } from './plain-column.ts'

/** A dictionary with more distinct values than this, and than a quarter of the rows, takes more room than it saves time. */
const MOST_DISTINCT = 4096

interface View {
  readonly source: Source
  readonly read: KeyOf
  readonly column: Column
  order?: SortedIndex
  /** For names of other entities: whose, and the epoch they hold in. */
  readonly named?: { readonly type: string; readonly epoch: number }
}

/** The rows of a table as the views see them. */
interface TableRows {
  readonly positions: number
  readonly live: BitSet
  readonly size: number
  at(position: number): Row | undefined
}

/** The columns and orders of a table: each made when it is first asked for, kept current from then on. */
export class Indexes {
  readonly #rows: TableRows
  readonly #resource: Resource
  readonly #ledger: Ledger
  readonly #mostDistinct: number
  readonly #views = new Map<string, View>()

  /** @param mostDistinct so many distinct values may be kept of any source. */
  constructor(rows: TableRows, resource: Resource, ledger: Ledger, mostDistinct = MOST_DISTINCT) {
    this.#rows = rows
    this.#resource = resource
    this.#ledger = ledger
    this.#mostDistinct = mostDistinct
  }

  /** Whether there are none yet, and nothing to be kept current. */
  get isEmpty(): boolean {
    return this.#views.size === 0
  }

  column(source: Source): Column {
    return this.#view(source).column
  }

  order(source: Source): SortedIndex {
    const view = this.#view(source)
    return (view.order ??= new SortedIndex(view.column, this.#rows.live))
  }

  add(position: number, row: Row): void {
    for (const view of this.#current()) this.#put(view, position, row)
  }

  /** To be called while `before` still stands at the position; the answer, once `after` stands there. */
  replace(position: number, before: Row, after: Row): () => void {
    if (this.#views.size === 0) return nothing
    const changed = this.#current().filter((view) => view.read(before) !== view.read(after))
    for (const view of changed) view.order?.remove(position)
    return () => {
      for (const view of changed) this.#put(view, position, after)
    }
  }

  /** To be called while the row still stands at the position. */
  remove(position: number): void {
    for (const view of this.#current()) view.order?.remove(position)
  }

  /** Positions have changed: all is to be made anew. */
  clear(): void {
    this.#views.clear()
  }

  #view(source: Source): View {
    const spelling = sourceKey(source)
    const known = this.#views.get(spelling)
    if (known !== undefined && !this.#isStale(known)) return known
    const view = this.#make(source)
    this.#views.set(spelling, view)
    return view
  }

  #make(source: Source): View {
    const read = keyReader(source, this.#resource, this.#ledger)
    const column = this.#makeColumn(source, read)
    const type = source.of === 'roleName' ? this.#resource.up[source.role] : undefined
    if (type === undefined) return { source, read, column }
    return { source, read, column, named: { type, epoch: this.#ledger.epochOf(type) } }
  }

  #makeColumn(source: Source, read: KeyOf): Column {
    const rows = this.#rows
    const plain = new PlainColumn((position) => {
      const row = rows.at(position)
      return row === undefined ? undefined : read(row)
    })
    if (source.of === 'id') return plain
    const column = isNumeric(source, this.#resource)
      ? new NumberColumn(rows.positions)
      : new DictionaryColumn(rows.positions)
    for (let position = 0; position < rows.positions; position++) {
      column.put(position, plain.keyAt(position))
      if (this.#isTooWide(column)) return plain
    }
    return column
  }

  #put(view: View, position: number, row: Row): void {
    view.column.put(position, view.read(row))
    view.order?.add(position)
    if (this.#isTooWide(view.column)) this.#views.delete(sourceKey(view.source))
  }

  #isTooWide(column: Column): boolean {
    return (
      column instanceof DictionaryColumn &&
      column.distinct > this.#mostDistinct &&
      column.distinct > this.#rows.size / 4
    )
  }

  /** The views that can be kept current; the others are given up. */
  #current(): View[] {
    if (this.#views.size === 0) return []
    for (const [spelling, view] of this.#views) if (this.#isStale(view)) this.#views.delete(spelling)
    return [...this.#views.values()]
  }

  #isStale({ named }: View): boolean {
    return named !== undefined && named.epoch !== this.#ledger.epochOf(named.type)
  }
}

function isNumeric(source: Source, resource: Resource): boolean {
  const { kind } = shapeOf(source, resource)
  return kind === 'number' || kind === 'dateTime' || kind === 'timeOfDay'
}

const nothing = (): void => undefined
