import type { EntityOf, Resource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { sameId } from '../../store/same-id.ts'
import { tableOf } from './table-of.ts'
import type { Simulation } from './simulation.ts'

/** Where something is asked for: the keys in a path, by type or role, and who asks. */
export interface RowPlace {
  readonly keys: Readonly<Record<string, string>>
  /** The id of the logon session. */
  readonly logon: string
}

/** The row that a key stands for, below the parents that the place names; undefined if there is none, or others own it. */
export function findRow<R extends Resource>(
  simulation: Simulation,
  resource: R,
  key: string,
  { keys, logon }: RowPlace,
): (EntityOf<R> & Row) | undefined {
  const table = tableOf(simulation, resource)
  const row =
    typeof resource.key === 'object'
      ? table.under('LogonSession', logon).find((it) => sameId(memberOf(it, resource.key)) === sameId(key))
      : table.get(key)
  if (row === undefined || (resource.ofLogon === true && row.up['LogonSession'] !== logon)) return undefined
  const isThere = Object.entries(keys).every(
    ([role, id]) => !(role in resource.up) || sameId(id) === sameId(row.up[role] ?? ''),
  )
  return isThere ? row : undefined
}

const memberOf = (row: Row, key: Resource['key']): string =>
  typeof key === 'object' ? String((row as unknown as Readonly<Record<string, unknown>>)[key.member]) : ''
