import type { LogonSession } from '../../auth/logon-sessions.ts'
import type { SessionContext } from '../request/request-path.ts'
import { errors } from '../../model/api-error.ts'
import type { Resource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import type { Store } from '../../store/store.ts'
import { under, type Selection } from '../../query/selection.ts'

/** The row, if who asks may see it: a tenant sees its own, and what is its logon session's. Throws the ApiError that becomes a 403 if not. */
export function permitRow<R extends Row>(
  { world, session: { tenant } }: SessionContext,
  resource: Resource,
  row: R,
): R {
  if (tenant !== undefined && resource.ofLogon !== true && ownerOf(world.simulation.store, resource, row) !== tenant)
    throw errors.accessDenied()
  return row
}

/** Those of the rows that who asks may see. */
export function ownRows<R extends Row>(
  { world, session: { tenant } }: SessionContext,
  resource: Resource,
  rows: readonly R[],
): readonly R[] {
  if (tenant === undefined || resource.ofLogon === true) return rows
  return rows.filter((row) => ownerOf(world.simulation.store, resource, row) === tenant)
}

/** The tenant that a row belongs to, perhaps by way of its parents. */
function ownerOf(store: Store, { tenant, up }: Resource, row: Row): string | undefined {
  if (tenant === undefined) return undefined
  if (tenant === 'id') return row.id
  const above = store.register.find(up[tenant] ?? '')
  const id = row.up[tenant]
  const parent = above === undefined || id === undefined ? undefined : store.table(above.name).get(id)
  return above === undefined || parent === undefined ? undefined : ownerOf(store, above, parent)
}

/** What belongs to logon sessions is asked for among that session's own. */
export const ownOnly = ({ ofLogon }: Resource, { id }: LogonSession): Selection | undefined =>
  ofLogon === true ? under('LogonSession', id) : undefined
