import type { Instant } from '../clock/instant.ts'
import { numeric } from '../model/shape.ts'
import { backupServer, repository } from '../resources/index.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from '../wire/answer.ts'
import { describeFrame, frame } from './frame.ts'
import { countRunning, countScheduled } from './job-runs.ts'
import { latestResults } from './machine-work.ts'
import { periodStart, typedTable } from './recent.ts'

// As the real server does: `Lastest` is spelt so (recorded).
export const overviewRoot = frame('OverviewReportFrame', {
  BackupServers: numeric(),
  ProxyServers: numeric(),
  RepositoryServers: numeric(),
  RunningJobs: numeric(),
  ScheduledJobs: numeric(),
  SuccessfulVmLastestStates: numeric(),
  WarningVmLastestStates: numeric(),
  FailedVmLastestStates: numeric(),
})

/** `GET /api/reports/summary/overview` */
export function overviewFrame(store: Store, now: Instant): Answer {
  const servers = typedTable(store, backupServer).size
  const { backups, replicas } = countScheduled(store)
  const states = [...latestResults(store, periodStart(now)).values()]
  const count = (result: string) => states.filter((state) => state === result).length
  return describeFrame(overviewRoot, {
    BackupServers: servers,
    // Every backup server is the proxy that it sets up by itself; there are no others here.
    ProxyServers: servers,
    RepositoryServers: typedTable(store, repository).size,
    RunningJobs: countRunning(store),
    ScheduledJobs: backups + replicas,
    SuccessfulVmLastestStates: count('Success'),
    WarningVmLastestStates: count('Warning'),
    FailedVmLastestStates: count('Failed'),
  })
}
