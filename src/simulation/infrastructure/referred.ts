import { errors } from '../../model/api-error.ts'
import type { EntityOf, Resource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { backupServer } from '../../resources/index.ts'
import { refuseUnreached } from './reached.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

/** The row that a UID in a body stands for. Throws a 400 ApiError if it leads nowhere. */
export function referred<R extends Resource>(simulation: Simulation, resource: R, id: string): EntityOf<R> & Row {
  const row = tableOf(simulation, resource).get(id)
  if (row !== undefined) return row
  throw errors.badRequest(
    `Found ${id === '' ? 'no UID' : `urn:veeam:${resource.name}:${id}`}; expected the UID of a ${resource.name} that is there.`,
  )
}

/** The backup server that something is to be made on. Throws a 400 ApiError if it is not there or is not reached. */
export function reachedServer(simulation: Simulation, id: string): EntityOf<typeof backupServer> & Row {
  const server = referred(simulation, backupServer, id)
  refuseUnreached(simulation, server.id, `"${server.Name}"`)
  return server
}

/**
 * The backup server that a body names, by UID or as earlier versions do by UID or name; the only one there is if it names
 * none. Throws a 400 ApiError if that is not there or is not reached.
 */
export function serverFor(
  simulation: Simulation,
  { BackupServerUid, BackupServerIdOrName = '' }: GivenServer,
): EntityOf<typeof backupServer> & Row {
  const servers = [...tableOf(simulation, backupServer)]
  const word = BackupServerIdOrName.trim().toLowerCase()
  const named = servers.find(
    ({ id, Name }) => word.replace('urn:veeam:backupserver:', '') === id || word === Name.toLowerCase(),
  )
  const [only] = word === '' && servers.length === 1 ? servers : []
  return reachedServer(simulation, BackupServerUid ?? named?.id ?? only?.id ?? '')
}

interface GivenServer {
  readonly BackupServerUid?: string | undefined
  readonly BackupServerIdOrName?: string | undefined
}
