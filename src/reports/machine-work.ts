import type { Instant } from '../clock/instant.ts'
import type { EntityOf } from '../model/resource.ts'
import { backupJobSession, backupTaskSession } from '../resources/index.ts'
import type { Store } from '../store/store.ts'
import { makesBackups } from './job-types.ts'
import { rowsSince, tableOf } from './recent.ts'

type Task = EntityOf<typeof backupTaskSession>

/** What backup jobs have done to machines, if it ended then or later; copies work on backups, not on machines. */
export function machineWork(store: Store, since: Instant): readonly Task[] {
  const sessions = tableOf(store, backupJobSession)
  return rowsSince(store, backupTaskSession, 'EndTimeUTC', since).filter(({ up }) =>
    makesBackups(sessions.get(up.BackupJobSession ?? '')?.JobType ?? ''),
  )
}

/** How each machine fared last, by the machine. */
export function latestResults(tasks: readonly Task[]): ReadonlyMap<string, Task['Result']> {
  const inOrder = [...tasks].sort((a, b) => (a.EndTimeUTC ?? 0) - (b.EndTimeUTC ?? 0))
  return new Map(inOrder.map(({ VmUid, Result }) => [VmUid, Result]))
}
