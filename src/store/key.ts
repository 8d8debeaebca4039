import { sameId } from './same-id.ts'
import { nameOf, type Database } from '../model/names.ts'
import type { Resource, Source } from '../model/resource.ts'
import { text, uid, type Row, type Shape } from '../model/shape.ts'

/**
 * What a value is compared and sorted by: words in lower case, an enumeration's position in its list, 0 or 1 for a
 * truth, microseconds for a moment. Keys of one source are all numbers or all strings.
 */
export type Key = number | string

/** Reads the key of a row; nothing if the row has no such value. */
export type KeyOf = (row: Row) => Key | undefined

/** The comparisons, as filters spell them. */
export type ComparisonOperator = '==' | '!=' | '>=' | '<=' | '>' | '<'

/** What the tables of one store know of each other. */
export interface Ledger {
  readonly database: Database
  version: number
  epoch: number
  nameOf(type: string, id: string): string | undefined
  /** As the store's epoch, for the names of one type alone. */
  epochOf(type: string): number
}

/** Rows that are in no store have no names of others to be asked by. */
export const alone: Ledger = {
  database: 'postgresql',
  version: 0,
  epoch: 0,
  nameOf: () => undefined,
  epochOf: () => 0,
}

/** What the values of a source are. Throws a plain Error for a member or role that the definition lacks. */
export function shapeOf(source: Source, resource: Resource): Shape {
  switch (source.of) {
    case 'id':
      return uid(resource.name)
    case 'name':
    case 'roleName':
      return text()
    case 'member':
      return resource.fields[source.member] ?? lacks(resource, 'member', source.member)
    case 'roleId':
      return uid(resource.up[source.role] ?? lacks(resource, 'role', source.role))
  }
}

/** Two sources mean the same when this says the same of both. */
export function sourceKey(source: Source): string {
  switch (source.of) {
    case 'id':
    case 'name':
      return source.of
    case 'member':
      return `member ${source.member}`
    case 'roleId':
    case 'roleName':
      return `${source.of} ${source.role}`
  }
}

export function keyReader(source: Source, resource: Resource, ledger: Ledger): KeyOf {
  switch (source.of) {
    case 'id':
      return (row) => sameId(row.id)
    case 'name':
      return (row) => nameOf(row, resource.naming, ledger.database).toLowerCase()
    case 'member':
      return memberReader(source.member, shapeOf(source, resource))
    case 'roleId':
      return (row) => row.up[source.role]?.toLowerCase()
    case 'roleName': {
      const type = resource.up[source.role] ?? lacks(resource, 'role', source.role)
      return (row) => {
        const id = row.up[source.role]
        return id === undefined ? undefined : ledger.nameOf(type, id)?.toLowerCase()
      }
    }
  }
}

function memberReader(member: string, shape: Shape): KeyOf {
  const places = new Map<string, number>()
  if (shape.kind === 'enumeration') shape.values.forEach((word, at) => places.set(word, at))
  return (row) => {
    const value = (row as Row & Readonly<Record<string, unknown>>)[member]
    if (typeof value === 'number') return value
    if (typeof value === 'boolean') return Number(value)
    if (typeof value !== 'string') return undefined
    return shape.kind === 'enumeration' ? places.get(value) : value.toLowerCase()
  }
}

/** Ascending; what is absent comes first. */
export function compareKeys(a: Key | undefined, b: Key | undefined): number {
  if (a === b) return 0
  if (a === undefined) return -1
  if (b === undefined) return 1
  return a < b ? -1 : 1
}

/** Whether a value stands to a key as the operator says; an absent value stands to nothing, `!=` included. */
export function isMet(value: Key | undefined, operator: ComparisonOperator, key: Key): boolean {
  if (value === undefined) return false
  switch (operator) {
    case '==':
      return value === key
    case '!=':
      return value !== key
    case '>=':
      return value >= key
    case '<=':
      return value <= key
    case '>':
      return value > key
    case '<':
      return value < key
  }
}

function lacks(resource: Resource, what: string, name: string): never {
  throw new Error(`${resource.name} has no ${what} ${name}.`)
}
