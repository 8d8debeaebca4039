import type { Instant } from '../clock/instant.ts'
import type { EntityOf } from '../model/resource.ts'
import { backupJobSession, backupTaskSession, replicaTaskSession } from '../resources/index.ts'
import type { Store } from '../store/store.ts'
import { makesBackups } from './job-types.ts'
import { rowsSince, typedTable } from './recent.ts'

export type MachineTask = EntityOf<typeof backupTaskSession> | EntityOf<typeof replicaTaskSession>

/**
 * What backup and replica jobs have done to machines, if it ended then or later; copies work on backups, not on
 * machines.
 */
export function machineWork(
  store: Store,
  since: Instant,
): { readonly backups: readonly MachineTask[]; readonly replicas: readonly MachineTask[] } {
  const sessions = typedTable(store, backupJobSession)
  const backups = rowsSince(store, backupTaskSession, 'EndTimeUTC', since).filter(({ up }) =>
    makesBackups(sessions.get(up.BackupJobSession ?? '')?.JobType ?? ''),
  )
  return { backups, replicas: rowsSince(store, replicaTaskSession, 'EndTimeUTC', since) }
}

/** How each machine fared last, by the machine. */
export function latestResults(store: Store, since: Instant): ReadonlyMap<string, MachineTask['Result']> {
  const { backups, replicas } = machineWork(store, since)
  const inOrder = [...backups, ...replicas].sort((a, b) => (a.EndTimeUTC ?? 0) - (b.EndTimeUTC ?? 0))
  return new Map(inOrder.map(({ VmUid, Result }) => [VmUid, Result]))
}
