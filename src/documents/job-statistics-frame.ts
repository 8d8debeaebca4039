import type { Instant } from '../clock/instant.ts'
import { numeric, text } from '../model/shape.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from '../wire/answer.ts'
import { describeFrame, frame, reportPage } from './frame.ts'
import { countRunning, countScheduled, runsSince } from './job-runs.ts'
import { periodStart } from './recent.ts'

export const jobStatisticsRoot = frame('JobStatisticsReportFrame', {
  RunningJobs: numeric(),
  ScheduledJobs: numeric(),
  ScheduledBackupJobs: numeric(),
  ScheduledReplicaJobs: numeric(),
  TotalJobRuns: numeric(),
  SuccessfulJobRuns: numeric(),
  WarningsJobRuns: numeric(),
  FailedJobRuns: numeric(),
  MaxJobDuration: numeric(),
  MaxBackupJobDuration: numeric(),
  MaxReplicaJobDuration: numeric(),
  MaxDurationBackupJobName: text(),
  MaxDurationReplicaJobName: text(),
  BackupJobStatusReportLink: text(),
})

/** `GET /api/reports/summary/job_statistics` */
export function jobStatisticsFrame(store: Store, now: Instant): Answer {
  const { backups, replicas } = countScheduled(store)
  const runs = runsSince(store, periodStart(now))
  const count = (result: string) => runs.filter((run) => run.result === result).length
  const backup = longest(runs.filter((run) => !run.isReplica))
  const replica = longest(runs.filter((run) => run.isReplica))
  return describeFrame(jobStatisticsRoot, {
    RunningJobs: countRunning(store),
    ScheduledJobs: backups + replicas,
    ScheduledBackupJobs: backups,
    ScheduledReplicaJobs: replicas,
    TotalJobRuns: runs.length,
    SuccessfulJobRuns: count('Success'),
    WarningsJobRuns: count('Warning'),
    FailedJobRuns: count('Failed'),
    MaxJobDuration: Math.max(backup.lasted, replica.lasted),
    MaxBackupJobDuration: backup.lasted,
    MaxReplicaJobDuration: replica.lasted,
    MaxDurationBackupJobName: backup.job,
    MaxDurationReplicaJobName: replica.job,
    BackupJobStatusReportLink: reportPage('7962844d-db6c-4d29-8b6e-4e0f7db0785f'),
  })
}

interface Lasting {
  readonly job: string
  readonly lasted: number
}

/** The first of the longest; no name and no time if there is none (recorded). */
const longest = ([first = { job: '', lasted: 0 }, ...others]: readonly Lasting[]): Lasting =>
  others.reduce((most, run) => (run.lasted > most.lasted ? run : most), first)
