import { errors } from '../../model/api-error.ts'
import type { Done } from '../core/action.ts'
import { jobRows, writtenAs, type LivingJobRow } from './job-rows.ts'
import type { LivingJob } from './job-model.ts'
import { jobOf } from './parts.ts'
import { plan } from './plan.ts'
import { refuseBusy, refuseJobUnreached, startRun } from './start.ts'
import { stopRun } from './stop.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

type Named = LivingJobRow & { readonly Name: string }

// What is done to jobs of every kind. Each of them throws an error for what cannot be done now.

/** Starts a job. Its task leads to the session. */
export function startJob(simulation: Simulation, { id, Name }: Named): Done {
  return started(simulation, Name, 'start', startRun(simulation, idle(simulation, id).id))
}

/** Starts a job again for the objects that failed in its last run. */
export function retryJob(simulation: Simulation, { id, Name }: Named): Done {
  const { retry } = idle(simulation, id)
  if (retry === undefined) throw errors.badRequest(`Job "${Name}" cannot be retried: its last run has not failed.`)
  return started(simulation, Name, 'retry', startRun(simulation, id, retry))
}

/** Stops the run of a job that is under way. */
export function stopJob(simulation: Simulation, { id, Name }: Named): Done {
  const job = jobOf(simulation, id)
  if (job.running === undefined) throw errors.badRequest(`Job "${Name}" is not running.`)
  refuseJobUnreached(simulation, job)
  stopRun(simulation, job.running)
  return { message: `Job "${Name}" triggered to stop.` }
}

/** Has the schedule run a job no more, or again. */
export function toggleSchedule(simulation: Simulation, row: Named): Done {
  jobRows(simulation, jobOf(simulation, row.id).kind).replace({
    ...row,
    ScheduleEnabled: !row.ScheduleEnabled,
  })
  plan(simulation, row.id)
  return {}
}

function idle(simulation: Simulation, id: string): LivingJob {
  const job = jobOf(simulation, id)
  refuseBusy(simulation, job)
  return job
}

function started(simulation: Simulation, name: string, how: string, session: string | undefined): Done {
  if (session === undefined) throw errors.badRequest(`Job "${name}" could not be started.`)
  const run = simulation.state(jobState).runs.get(session)
  const kind = run === undefined ? undefined : jobOf(simulation, run.job).kind
  return {
    message: `Job "${name}" triggered to ${how}.`,
    ...(kind !== undefined && { related: { [writtenAs[kind].session]: [session] } }),
  }
}
