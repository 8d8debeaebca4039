import { minutes, seconds } from '../../clock/duration.ts'
import { changeJob } from './change-job.ts'
import { copies } from './linked.ts'
import type { JobKind, LivingJob, Run, ScheduleOptions, Session } from './job-model.ts'
import { jobOf, runOf, sessionEnded } from './parts.ts'
import { plan, scheduleOf } from './plan.ts'
import { keepPoint } from '../backups/points.ts'
import { keepReplicaPoints } from '../replication/replica-points.ts'
import { isContinuous } from './schedule.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

/** What the end of a session brings about: its restore point or points, and then what its parent or its job does next. */
export function runEnded(simulation: Simulation, session: Session): void {
  const run = runOf(simulation, session.id)
  simulation.state(jobState).runs.delete(run.session)
  const job = jobOf(simulation, run.job)
  if (run.kept.length > 0) changeJob(simulation, job.id, { keptAt: simulation.now() })
  if (run.backup !== undefined && run.kept.length > 0) keepers[job.kind](simulation, job, run, run.backup)
  if (run.parent !== undefined) sessionEnded(simulation, run.parent, run)
  else jobEnded(simulation, job, run)
}

/** How the kinds of job keep what a run has made. */
const keepers: Readonly<Record<JobKind, typeof keepPoint>> = {
  Backup: keepPoint,
  BackupCopy: keepPoint,
  ImmediateBackupCopy: keepPoint,
  Replica: keepReplicaPoints,
  AgentBackup: keepPoint,
  NasBackup: keepPoint,
}

function jobEnded(simulation: Simulation, job: LivingJob, run: Run): void {
  const retry = run.worst === 'Failed' ? { attempt: run.attempt + 1, objects: run.failed } : undefined
  changeJob(simulation, job.id, { running: undefined, last: run.session, retry })
  if (job.isOnce === true) {
    simulation.state(jobState).jobs.delete(job.id)
    return
  }
  if (job.kind === 'Backup' && run.kept.length > 0) wakeCopies(simulation, job)
  const options = scheduleOf(simulation, job)?.JobScheduleOptions
  // What somebody has stopped, or wanted between times, is neither tried again nor followed by another job.
  const isLast = run.worst !== 'Failed' || !retryLater(simulation, job, run, options)
  if (!run.isStopped && !run.isQuick && isLast) wakeFollowers(simulation, job)
  if (options !== undefined && isContinuous(options)) plan(simulation, job.id)
  if (job.isQueued) simulation.note(simulation.now(), { what: 'start', job: job.id })
}

/** Immediate copies start when there is something new, within the hours that they may. */
function wakeCopies(simulation: Simulation, job: LivingJob): void {
  const { id } = job
  for (const copy of simulation.state(jobState).jobs.values()) {
    if (copy.kind !== 'ImmediateBackupCopy' || !copies(copy, job)) continue
    const schedule = scheduleOf(simulation, copy)
    if (schedule?.ScheduleEnabled !== true || copy.pending.includes(id)) continue
    const delay = seconds(simulation.chance.of(copy.id, id, String(simulation.now())).number(20, 90))
    changeJob(simulation, copy.id, { pending: [...copy.pending, id] })
    if (copy.pending.length === 0) simulation.note(simulation.now() + delay, { what: 'wake', job: copy.id })
  }
}

/** Notes the retry of a failed run, if its options have one left. Returns whether they had. */
function retryLater(simulation: Simulation, job: LivingJob, run: Run, schedule: ScheduleOptions | undefined): boolean {
  const options = schedule?.Standart?.RetryOptions
  if (options?.RetrySpecified !== true || run.isStopped || run.isQuick) return false
  if (run.attempt >= options.RetryTimes) return false
  simulation.note(simulation.now() + minutes(options.RetryTimeout), {
    what: 'retry',
    job: job.id,
    after: run.session,
    attempt: run.attempt + 1,
    objects: run.failed,
  })
  return true
}

/** Jobs that are chained to this one start now. */
function wakeFollowers(simulation: Simulation, { id }: LivingJob): void {
  for (const other of simulation.state(jobState).jobs.values()) {
    if (other.follows !== id) continue
    const delay = seconds(simulation.chance.of(other.id, String(simulation.now()), 'delay').number(2, 40))
    simulation.note(simulation.now() + delay, { what: 'start', job: other.id })
  }
}
