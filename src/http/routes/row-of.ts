import { findRow } from '../../simulation/core/find-row.ts'
import { errors, type ApiError } from '../../model/api-error.ts'
import type { EntityOf, Resource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import type { World } from '../../worlds/world.ts'
import { readKey } from './read-id.ts'
import type { SessionContext } from '../request/request-path.ts'
import { whyMissing } from './why-missing.ts'

/**
 * The row whose id stands in the path as `:id`, a GUID or a URN, below the parents that the path names.
 * Throws ApiErrors: 400 for no GUID, 404 for no such row, or one of another parent.
 */
export function rowOf<R extends Resource>({ world, request, session }: SessionContext, resource: R): EntityOf<R> & Row {
  const { simulation } = world
  const { id = '', ...above } = request.params as Readonly<Record<string, string>>
  const keys: Record<string, string> = {}
  for (const [role, given] of Object.entries(above)) {
    const parent = simulation.store.register.find(resource.up[role] ?? '')
    if (parent !== undefined) keys[role] = readKey(given, parent)
  }
  const key = readKey(id, resource)
  const row = findRow(simulation, resource, key, { keys, logon: session.id })
  if (row === undefined) throw refuseMissingRow(world, resource, key)
  return row
}

/** Resources that are found under one path. */
export type Found = readonly [Resource, ...Resource[]]

/** The one of them that has the row whose id stands in the path, or the first. Throws a 400 ApiError for no GUID. */
export function resourceAt({ world: { simulation }, request }: SessionContext, [first, ...others]: Found): Resource {
  if (others.length === 0) return first
  const key = readKey((request.params as Readonly<Record<string, string>>)['id'] ?? '', first)
  return [first, ...others].find(({ name }) => simulation.store.table(name).get(key)) ?? first
}

/** What is said of one that is not there: a 404, or what EM says instead. */
export function refuseMissingRow({ simulation, log }: World, resource: Resource, key: string, status = 404): ApiError {
  const { name, missing } = resource
  const detail = log.isSilent ? undefined : whyMissing(simulation, resource, key.slice(0, 200))
  return missing === undefined
    ? errors.notFound(name, key, { detail, status })
    : errors.fault(missing(key.slice(0, 200)), detail)
}
