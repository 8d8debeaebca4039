import { refuse } from '../../model/api-error.ts'
import type { EntityOf, Resource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { backupServer } from '../../resources/index.ts'
import { refuseUnreached } from './reached.ts'
import { tableOf } from '../core/table-of.ts'
import type { World } from '../core/simulation.ts'

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

/**
 * The backup server that a body names, by UID or as earlier versions do by UID or name; the only one there is if it names
 * none. Throws a 400 refusal if that is not there or is not reached.
 */
export function serverFor(
  world: World,
  { BackupServerUid, BackupServerIdOrName = '' }: GivenServer,
): EntityOf<typeof backupServer> & Row {
  const servers = [...tableOf(world, backupServer)]
  const word = BackupServerIdOrName.trim().toLowerCase()
  const named = servers.find(
    ({ id, Name }) => word.replace('urn:veeam:backupserver:', '') === id || word === Name.toLowerCase(), // prettier-ignore
  )
  const [only] = word === '' && servers.length === 1 ? servers : []
  return reachedServer(world, BackupServerUid ?? named?.id ?? only?.id ?? '')
}

interface GivenServer {
  readonly BackupServerUid?: string | undefined
  readonly BackupServerIdOrName?: string | undefined
}
