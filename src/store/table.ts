import { nameOf } from '../model/names.ts'
import type { Naming, Resource, Source } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import { BitSet } from './bit-set.ts'
import type { Column } from './column.ts'
import type { Ledger } from './key.ts'
import { ParentIndex } from './parent-index.ts'
import type { SortedIndex } from './sorted-index.ts'
import { sameId } from './same-id.ts'
import { Indexes } from './indexes.ts'

/** Below this, holes are not worth closing. */
const FEW = 64

/** What a table holds, as it stands at its positions. */
export interface TableRows {
  readonly rows: (Row | undefined)[]
  readonly positions: Map<string, number>
  readonly live: BitSet
}

/**
 * The entities of one resource type, in the order they were added. A row stands at a position until the table closes
 * its holes; positions are for one look at the table, ids are for keeps. Ids are the same without regard to case.
 */
export class Table<R extends Row = Row> implements Iterable<R> {
  readonly resource: Resource
  readonly #ledger: Ledger
  readonly #kin = new Map<string, ParentIndex>()
  readonly #missed = new Set<string>()
  readonly #indexes: Indexes
  #rows: (R | undefined)[]
  #positions: Map<string, number>
  #live: BitSet
  /** What it holds is another's too, and is copied before it is changed. */
  #isShared: boolean
  #epoch = 0
  #version = 0

  /** @param shared what another table has shared. */
  constructor(resource: Resource, ledger: Ledger, shared?: TableRows) {
    this.resource = resource
    this.#ledger = ledger
    this.#isShared = shared !== undefined
    this.#rows = (shared?.rows ?? []) as (R | undefined)[]
    this.#positions = shared?.positions ?? new Map<string, number>()
    this.#live = shared?.live ?? new BitSet()
    this.#indexes = new Indexes(this, resource, ledger)
  }

  /** What it holds now, for another to begin with; nothing is copied before one of them changes. */
  share(): TableRows {
    this.#isShared = true
    return { rows: this.#rows, positions: this.#positions, live: this.#live }
  }

  get size(): number {
    return this.#positions.size
  }

  get(id: string): R | undefined {
    return this.#rows[this.position(id) ?? -1]
  }

  /** Throws a plain Error if there is a row of that id. */
  add(row: R): void {
    const id = sameId(row.id)
    if (this.#positions.has(id)) throw new Error(`${this.resource.name} ${row.id} is there already.`)
    this.#own()
    const position = this.#rows.push(row) - 1
    this.#positions.set(id, position)
    this.#live.add(position)
    for (const [role, parentIndex] of this.#kin) parentIndex.add(row.up[role], position)
    this.#indexes.add(position, row)
    this.#changed()
    if (this.#missed.delete(id)) this.#beginEpoch()
  }

  /** Puts the row where the one of its id stands. Throws a plain Error if there is none. */
  replace(row: R): void {
    const [position, before] = this.#find(row.id)
    this.#own()
    const update = this.#indexes.replace(position, before, row)
    this.#rows[position] = row
    update()
    for (const [role, parentIndex] of this.#kin) {
      if (before.up[role] === row.up[role]) continue
      parentIndex.remove(before.up[role], position)
      parentIndex.add(row.up[role], position)
    }
    this.#changed()
    if (!isNamedAlike(before, row, this.resource.naming)) this.#beginEpoch()
  }

  /** Throws a plain Error if there is no row of that id. */
  remove(id: string): void {
    const [position, row] = this.#find(id)
    this.#own()
    this.#indexes.remove(position)
    for (const [role, parentIndex] of this.#kin) parentIndex.remove(row.up[role], position)
    this.#rows[position] = undefined
    this.#positions.delete(sameId(id))
    this.#live.remove(position)
    this.#changed()
    this.#beginEpoch()
    if (this.#rows.length > FEW && this.#rows.length > 2 * this.size) this.#closeHoles()
  }

  /** The rows that hold the id in the role, in the order they were added. */
  under(role: string, id: string): R[] {
    return this.rowsAt(this.positionsUnder(role, id))
  }

  /** What the row of that id is called. A miss is remembered: its coming would change what was said without it. */
  nameOf(id: string): string | undefined {
    const row = this.get(id)
    if (row !== undefined) return nameOf(row, this.resource.naming, this.#ledger.database)
    this.#missed.add(sameId(id))
    return undefined
  }

  /** In the order they were added. The table may change meanwhile: each row is given as it is then, none twice. */
  *[Symbol.iterator](): Iterator<R> {
    const rows = this.#rows
    for (let position = 0; position < rows.length; position++) {
      const row = rows[position]
      const current = row === undefined || rows === this.#rows ? row : this.get(row.id)
      if (current !== undefined) yield current
    }
  }

  /** Grows when a name of this table is no longer what it was. */
  get epoch(): number {
    return this.#epoch
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version
  }

  /** One more than the last position. */
  get positions(): number {
    return this.#rows.length
  }

  /** Where rows stand; what is not there is a hole. Not to be changed. */
  get live(): BitSet {
    return this.#live
  }

  position(id: string): number | undefined {
    return this.#positions.get(sameId(id))
  }

  positionsUnder(role: string, id: string): readonly number[] {
    return this.#kinBy(role).of(id)
  }

  at(position: number): R | undefined {
    return this.#rows[position]
  }

  rowsAt(positions: Iterable<number>): R[] {
    const rows: R[] = []
    for (const position of positions) {
      const row = this.#rows[position]
      if (row === undefined) throw new Error(`${this.resource.name} has a hole at ${position}.`)
      rows.push(row)
    }
    return rows
  }

  column(source: Source): Column {
    return this.#indexes.column(source)
  }

  order(source: Source): SortedIndex {
    return this.#indexes.order(source)
  }

  #own(): void {
    if (!this.#isShared) return
    this.#isShared = false
    this.#rows = this.#rows.slice()
    this.#positions = new Map(this.#positions)
    this.#live = this.#live.copy()
  }

  #changed(): void {
    this.#version++
    this.#ledger.version++
  }

  #beginEpoch(): void {
    this.#epoch++
    this.#ledger.epoch++
  }

  #find(id: string): readonly [position: number, row: R] {
    const position = this.position(id)
    const row = position === undefined ? undefined : this.#rows[position]
    if (position === undefined || row === undefined) throw new Error(`${this.resource.name} ${id} is not there.`)
    return [position, row]
  }

  #kinBy(role: string): ParentIndex {
    const known = this.#kin.get(role)
    if (known !== undefined) return known
    if (!(role in this.resource.up)) throw new Error(`${this.resource.name} has no role ${role}.`)
    const parentIndex = new ParentIndex()
    this.#rows.forEach((row, position) => parentIndex.add(row?.up[role], position))
    this.#kin.set(role, parentIndex)
    return parentIndex
  }

  #closeHoles(): void {
    this.#rows = this.#rows.filter((row) => row !== undefined)
    this.#rows.forEach((row, position) => row && this.#positions.set(sameId(row.id), position))
    this.#live = BitSet.full(this.#rows.length)
    this.#kin.clear()
    this.#indexes.clear()
  }
}

/** Compares what a Name is made of, which is cheaper than making it. */
function isNamedAlike(a: Row, b: Row, naming: Naming): boolean {
  switch (naming.by) {
    case 'name':
      return isEqual(a, b, 'Name')
    case 'run':
      return isEqual(a, b, naming.of) && isEqual(a, b, naming.at)
    case 'time':
      return isEqual(a, b, naming.at)
  }
}

type Members = Readonly<Record<string, unknown>>

const isEqual = (a: Row, b: Row, member: string): boolean =>
  (a as Row & Members)[member] === (b as Row & Members)[member]
