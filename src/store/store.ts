// Module store: tables of rows and their indexes. No time, no randomness, no HTTP.
import type { Database } from '../model/names.ts'
import type { Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import type { Ledger } from './key.ts'
import { Derived } from './derived.ts'
import { registerOf, type Register } from './register.ts'
import { Table, type TableRows } from './table.ts'

/** What the tables of a store hold, by type. */
export type Held = ReadonlyMap<string, TableRows>

/** All entities of one world, a table for each resource type. */
export class Store {
  readonly register: Register
  /** Made when they are first asked for: a world that nobody looks at costs next to nothing. */
  readonly #tables = new Map<string, Table>()
  readonly #derived = new Map<string, Derived>()
  readonly #held: Held
  readonly #ledger: Ledger

  /** @param held what another store has shared, to begin with. */
  constructor(resources: readonly Resource[], database: Database, held: Held = new Map()) {
    this.register = registerOf(resources)
    this.#held = held
    this.#ledger = {
      database,
      version: 0,
      epoch: 0,
      nameOf: (type, id) => this.nameOf(type, id),
      epochOf: (type) => this.#tables.get(type)?.epoch ?? 0,
    }
  }

  /** Everything that it holds, to begin other stores with; none of them sees what happens in another. */
  share(): Held {
    const held = new Map(this.#held)
    for (const [type, table] of this.#tables) held.set(type, table.share())
    return held
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
    return this.#tables.get(type) ?? this.#derived.get(type)?.current(this.#tableOf) ?? this.#open(type)
  }

  readonly #tableOf = (type: string): Table | undefined => this.#tables.get(type) ?? this.#open(type)

  #open(type: string): Table | undefined {
    const resource = this.register.find(type)
    if (resource?.name !== type) return undefined
    if (resource.inside !== undefined) {
      const derived = new Derived(resource, resource.inside, this.#ledger)
      this.#derived.set(type, derived)
      return derived.current(this.#tableOf)
    }
    const table = new Table(resource, this.#ledger, this.#held.get(type))
    this.#tables.set(type, table)
    return table
  }
}
