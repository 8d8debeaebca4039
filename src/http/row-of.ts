import type { FastifyRequest } from 'fastify'
import { tableOf } from '../life/table-of.ts'
import { refuse } from '../model/refusal.ts'
import type { EntityOf, Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import type { House } from './house.ts'
import { readId } from './read-id.ts'

/** The row whose id stands in the path as `:id`, a GUID or a URN. Throws refusals: 400 for no GUID, 404 for no such row. */
export function rowOf<R extends Resource>(
  { world }: House,
  resource: R,
  { request }: { readonly request: FastifyRequest },
): EntityOf<R> & Row {
  const { id: given } = request.params as { readonly id: string }
  const id = readId(given, resource.name)
  const row = tableOf(world, resource).get(id)
  if (row === undefined) throw refuse.notFound(resource.name, id)
  return row
}
