import type { Instant } from '../../clock/instant.ts'
import { writeInstant } from '../../clock/instant.ts'
import { idOf } from '../../random/ids.ts'
import { errors } from '../../model/api-error.ts'
import { changeJob } from './change-job.ts'
import { writtenAs, sessionRows } from './job-rows.ts'
import { linkedJobs } from './linked.ts'
import type { JobKind, Limited, LivingJob, RunPart, Retry, WorkObject } from './job-model.ts'
import { plan } from './plan.ts'
import { refuseUnreached } from '../infrastructure/reached.ts'
import { takeForcedOutcome } from './forced-outcomes.ts'
import { openSession } from '../sessions/session.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'
import { knownRunState } from './known-run-state.ts'
import { reachState } from '../infrastructure/reach-state.ts'

/**
 * Starts a run of a job now. Returns the id of its session, or nothing if the job is gone, its server is not reached, or it
 * was running already: then it starts again when that run ends.
 */
export function startRun(simulation: Simulation, id: string, only?: Limited): string | undefined {
  const job = simulation.state(jobState).jobs.get(id)
  if (job === undefined || simulation.state(reachState).unreached.has(job.up.BackupServer)) return undefined
  if (job.running !== undefined) {
    changeJob(simulation, id, { isQueued: true })
    return undefined
  }
  const session = sessionId(simulation, job, only)
  const parts = partsOf(simulation, job, only)
  changeJob(simulation, id, { running: session, pending: [], isQueued: false })
  openSession(simulation, job, {
    id: session,
    type: job.kind,
    name: job.name,
    attempt: only?.attempt ?? 0,
    isQuick: only?.isQuick === true,
    backup: keeps[job.kind] ? job.name : undefined,
    parts,
    order: takeForcedOutcome(simulation, id),
  })
  return session
}

/** Throws a 400 ApiError if a job is running already, or its backup server is not reached. */
export function refuseBusy(simulation: Simulation, job: LivingJob): void {
  if (job.running !== undefined) throw errors.badRequest(`Job "${job.name}" is running already.`)
  refuseJobUnreached(simulation, job)
}

/** Throws a 400 ApiError if the backup server of a job is not reached. */
export const refuseJobUnreached = (simulation: Simulation, { name, up }: LivingJob): void =>
  refuseUnreached(simulation, up.BackupServer, `of job "${name}"`)

/** The schedule runs a job, unless it has been planned otherwise since, or is still running. */
export function due(simulation: Simulation, id: string, planned: Instant): void {
  const job = simulation.state(jobState).jobs.get(id)
  if (job?.planned !== planned) return
  plan(simulation, id)
  if (job.running === undefined) startRun(simulation, id)
}

/** A failed run is tried again, unless the job has been started since. */
export function retryDue(
  simulation: Simulation,
  { job: id, after, ...retry }: Retry & { readonly job: string; readonly after: string },
): void {
  const job = simulation.state(jobState).jobs.get(id)
  if (job?.running === undefined && job?.last === after) startRun(simulation, id, retry)
}

/** Kinds whose own sessions keep points; immediate copies have workers for that. */
const keeps: Readonly<Record<JobKind, boolean>> = {
  Backup: true,
  BackupCopy: true,
  ImmediateBackupCopy: false,
  Replica: true,
  AgentBackup: false,
  NasBackup: false,
}

function sessionId(simulation: Simulation, job: LivingJob, retry: Retry | undefined): string {
  const now = simulation.now()
  const sessions = sessionRows(simulation, job.kind)
  const known = simulation
    .state(knownRunState)
    .knownRuns.find((it) => it.job === job.id && it.from <= now && now < it.until && !retry)
  if (known !== undefined && sessions.get(known.id) === undefined) return known.id
  const name = [job.id, writeInstant(now)]
  const type = writtenAs[job.kind].session
  let id = idOf(simulation.chance.seed, type, ...name)
  // A run that took no time may be followed by another at the same instant.
  while (sessions.get(id) !== undefined) id = idOf(simulation.chance.seed, type, ...name, id)
  return id
}

function partsOf(simulation: Simulation, job: LivingJob, retry: Retry | undefined): readonly RunPart[] {
  const isWanted = ({ name }: WorkObject) => retry?.objects.includes(name) ?? true
  const tasks = (objects: readonly WorkObject[]): RunPart[] =>
    objects.filter(isWanted).map((object) => ({ of: 'task', object }))
  switch (job.kind) {
    case 'Backup':
    case 'Replica':
    case 'NasBackup':
      return tasks(job.objects)
    case 'BackupCopy':
      return tasks(uniqueByName(linkedJobs(simulation, job).flatMap((it) => it.objects)))
    case 'ImmediateBackupCopy':
      return linkedJobs(simulation, job)
        .filter((it) => job.pending.length === 0 || job.pending.includes(it.id))
        .map(({ name, objects }) => ({ name, objects: objects.filter(isWanted) }))
        .filter(({ objects }) => objects.length > 0)
        .map(({ name, objects }) => ({
          of: 'session',
          type: 'ImmediateBackupCopyWorker',
          name: `${job.name}\\${name}`,
          objects,
        }))
    case 'AgentBackup':
      return job.objects.filter(isWanted).map((object) => ({
        of: 'session',
        type: 'AgentManagement',
        name: `${job.name} - ${object.name}`,
        objects: [object],
      }))
  }
}

/** A machine that several jobs back up is copied once. */
const uniqueByName = (objects: readonly WorkObject[]): readonly WorkObject[] => [
  ...new Map(objects.map((it) => [it.name, it])).values(),
]
