import {
  agentBackupJob,
  agentProtectionGroup,
  cdpPolicy,
  cloudFailoverPlan,
  failoverPlan,
  fileServer,
  job,
  nasJob,
} from '../../resources/index.ts'
import { sameId } from '../../store/same-id.ts'
import type { Simulation } from '../core/simulation.ts'

/** What can be told to log on somewhere, or to encrypt. */
const users = [
  job, agentBackupJob, nasJob, cdpPolicy, failoverPlan, cloudFailoverPlan, fileServer, agentProtectionGroup,
] // prettier-ignore

/** What of a backup server says an id somewhere in its members, such as that of credentials; undefined if nothing does. */
export function userOf(
  simulation: Simulation,
  server: string,
  id: string,
): { readonly type: string; readonly name: string } | undefined {
  for (const { name: type } of users)
    for (const row of simulation.store.table(type).under('BackupServer', server))
      if (says(row, sameId(id))) return { type, name: simulation.store.nameOf(type, row.id) ?? row.id }
  return undefined
}

const says = (value: unknown, id: string): boolean =>
  typeof value === 'string'
    ? sameId(value) === id
    : typeof value === 'object' && value !== null && Object.values(value).some((it) => says(it, id))
