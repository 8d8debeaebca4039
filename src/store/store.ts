// Room store: what is held. Opens model; touches its maps only; knows no time, chance or HTTP.
import type { Database } from '../model/names.ts'
import type { Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import type { Ledger } from './key.ts'
import { Derived } from './derived.ts'
import { Register } from './register.ts'
import { Table } from './table.ts'

/** All entities of one world, a table for each resource type. */
export class Store {
  readonly register: Register
  readonly #tables: ReadonlyMap<string, Table>
  readonly #derived: ReadonlyMap<string, Derived>
  readonly #ledger: Ledger

  constructor(resources: readonly Resource[], database: Database) {
    this.register = new Register(resources)
    this.#ledger = {
      database,
      version: 0,
      epoch: 0,
      nameOf: (type, id) => this.nameOf(type, id),
      epochOf: (type) => this.#tables.get(type)?.epoch ?? 0,
    }
    this.#tables = new Map(resources.map((it) => [it.name, new Table(it, this.#ledger)]))
    this.#derived = new Map(
      resources.flatMap((it) =>
        it.inside === undefined ? [] : [[it.name, new Derived(it, it.inside, this.#ledger)]],
      ),
    )
  }

  get resources(): readonly Resource[] {
    return this.register.resources
  }

  get database(): Database {
    return this.#ledger.database
  }

  /** Grows with every change of any table. */
  get version(): number {
    return this.#ledger.version
  }

  /**
   * Grows when an entity is removed, is called otherwise than before, or comes after its name was asked for in vain.
   * Texts that mention names may be remembered within one epoch.
   */
  get epoch(): number {
    return this.#ledger.epoch
  }

  /**
   * The entities of the type by that very name; the caller says what its rows are.
   * Throws a plain Error for a type that is not in the register.
   */
  table<R extends Row = Row>(type: string): Table<R> {
    const table = this.#find(type)
    if (table === undefined) throw new Error(`There is no resource type ${type}.`)
    return table as Table<R>
  }

  /** What an entity is called; nothing if it is not there or its type is not in the register. */
  nameOf(type: string, id: string): string | undefined {
    return this.#find(type)?.nameOf(id)
  }

  #find(type: string): Table | undefined {
    const derived = this.#derived.get(type)
    return derived === undefined
      ? this.#tables.get(type)
      : derived.current((name) => this.#tables.get(name))
  }
}
