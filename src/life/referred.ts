import { refuse } from '../model/refusal.ts'
import type { EntityOf, Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import { backupServer } from '../resources/index.ts'
import { refuseUnreached } from './reached.ts'
import { tableOf } from './table-of.ts'
import type { World } from './world.ts'

/** The row that a UID in a body stands for. Throws a 400 refusal if it leads nowhere. */
export function referred<R extends Resource>(
  world: World,
  resource: R,
  id: string,
): EntityOf<R> & Row {
  const row = tableOf(world, resource).get(id)
  if (row !== undefined) return row
  throw refuse.badRequest(
    `Found ${id === '' ? 'no UID' : `urn:veeam:${resource.name}:${id}`}; expected the UID of a ${resource.name} that is there.`,
  )
}

/** The backup server that something is to be made on. Throws a 400 refusal if it is not there or is not reached. */
export function reachedServer(world: World, id: string): EntityOf<typeof backupServer> & Row {
  const server = referred(world, backupServer, id)
  refuseUnreached(world, server.id, `"${server.Name}"`)
  return server
}
