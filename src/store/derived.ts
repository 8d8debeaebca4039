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
    this.#sources = inside.map((each) => ({ inside: each, known: new WeakMap(), version: -1 }))
    this.#ledger = ledger
  }

  /** @param tableOf the table of a type that is held; a type that is not in the register has no rows. */
  current(tableOf: (type: string) => Table | undefined): Table {
    const isStale = this.#sources.some(
      ({ inside, version }) => version !== (tableOf(inside.resource)?.version ?? 0),
    )
    if (this.#table === undefined || isStale) this.#table = this.#make(tableOf)
    return this.#table
  }

  #make(tableOf: (type: string) => Table | undefined): Table {
    const table = new Table(this.#resource, this.#ledger)
    for (const source of this.#sources) {
      const above = tableOf(source.inside.resource)
      source.version = above?.version ?? 0
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
}

function rowsIn({ inside, known }: Source, row: Row): readonly Row[] {
  let found = known.get(row)
  if (found === undefined) known.set(row, (found = inside.rows(row)))
  return found
}
