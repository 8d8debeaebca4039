import type { Inside, Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import type { Ledger } from './key.ts'
import { Table } from './table.ts'

/** The rows of a resource that are found in those of others: a table that is made anew when those have changed. */
export class Derived {
  readonly #resource: Resource
  readonly #sources: readonly Source[]
  readonly #ledger: Ledger
  #table: Table | undefined

  constructor(resource: Resource, inside: readonly Inside[], ledger: Ledger) {
    this.#resource = resource
    this.#sources = inside.map((each) => ({
      inside: each,
      known: new WeakMap(),
      version: -1,
      positions: 0,
    }))
    this.#ledger = ledger
  }

  /** @param tableOf the table of a type that is held; a type that is not in the register has no rows. */
  current(tableOf: (type: string) => Table | undefined): Table {
    const isStale = this.#sources.some(({ inside, version }) => version !== (tableOf(inside.resource)?.version ?? 0))
    if (this.#table === undefined || (isStale && !this.#follow(this.#table, tableOf))) this.#table = this.#make(tableOf)
    return this.#table
  }

  /** Takes up what was added, if that is all that has happened to its only source. @returns whether it is. */
  #follow(table: Table, tableOf: (type: string) => Table | undefined): boolean {
    const [source, another] = this.#sources
    if (source === undefined || another !== undefined) return false
    const above = tableOf(source.inside.resource)
    if (above === undefined) return false
    const { version, positions } = source
    if (version < 0 || above.version - version !== above.positions - positions) return false
    source.version = above.version
    source.positions = above.positions
    for (let position = positions; position < above.positions; position++) {
      const row = above.at(position)
      if (row !== undefined) for (const each of rowsIn(source, row)) table.add(each)
    }
    return true
  }

  #make(tableOf: (type: string) => Table | undefined): Table {
    const table = new Table(this.#resource, this.#ledger)
    for (const source of this.#sources) {
      const above = tableOf(source.inside.resource)
      source.version = above?.version ?? 0
      source.positions = above?.positions ?? 0
      for (const row of above ?? []) for (const each of rowsIn(source, row)) table.add(each)
    }
    return table
  }
}

interface Source {
  readonly inside: Inside
  /** The same row holds the very same rows, so that what was written of them is still known. */
  readonly known: WeakMap<Row, readonly Row[]>
  version: number
  /** How many the table that they are found in had. */
  positions: number
}

function rowsIn({ inside, known }: Source, row: Row): readonly Row[] {
  let found = known.get(row)
  if (found === undefined) known.set(row, (found = inside.rows(row)))
  return found
}
