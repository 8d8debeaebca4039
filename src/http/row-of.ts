import type { FastifyRequest } from 'fastify'
import { tableOf } from '../life/table-of.ts'
import { refuse } from '../model/refusal.ts'
import type { EntityOf, Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import type { House } from './house.ts'
import { sameId } from '../store/same-id.ts'
import { readKey } from './read-id.ts'

/**
 * The row whose id stands in the path as `:id`, a GUID or a URN, below the parents that the path names.
 * Throws refusals: 400 for no GUID, 404 for no such row, or one of another parent.
 */
export function rowOf<R extends Resource>(
  { world }: House,
  resource: R,
  { request }: { readonly request: FastifyRequest },
): EntityOf<R> & Row {
  const { id: given = '', ...above } = request.params as Readonly<Record<string, string>>
  const id = readKey(given, resource)
  const row = tableOf(world, resource).get(id)
  const isThere = Object.entries(above).every(([role, key]) => {
    const parent = world.store.register.find(resource.up[role] ?? '')
    return parent === undefined || sameId(readKey(key, parent)) === sameId(row?.up[role] ?? '')
  })
  if (row !== undefined && isThere) return row
  throw resource.missing === undefined
    ? refuse.notFound(resource.name, id)
    : refuse.fault(resource.missing(id.slice(0, 200)))
}
