import { seconds } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { changeJob } from './change-job.ts'
import { jobRows, type LivingJobRow } from './job-rows.ts'
import type { LivingJob } from './job-model.ts'
import { followed, isContinuous, nextRun } from './schedule.ts'
import { without } from '../core/without.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

/** When a job runs: its row alone says so. */
export const scheduleOf = (simulation: Simulation, job: LivingJob): LivingJobRow | undefined =>
  jobRows(simulation, job.kind).get(job.id)

/**
 * Notes when the schedule runs a job next, and shows it as NextRun. To be called again whenever its options change: what
 * was planned before is forgotten. Jobs that run one run after the other are planned when a run ends.
 */
export function plan(simulation: Simulation, id: string): void {
  const job = simulation.state(jobState).jobs.get(id)
  if (job === undefined) return
  const schedule = scheduleOf(simulation, job)
  if (schedule === undefined) return
  const options = schedule.JobScheduleOptions
  const isOn = schedule.ScheduleConfigured && schedule.ScheduleEnabled
  const isWaiting = job.running !== undefined && isContinuous(options)
  const planned = isOn && !isWaiting ? nextRun(options, simulation.now()) : undefined
  changeJob(simulation, id, { planned, follows: isOn ? followed(options) : undefined })
  showNextRun(simulation, job, planned)
  if (job.pending.length > 0) simulation.note(simulation.now(), { what: 'wake', job: id })
  if (planned === undefined) return
  // Some seconds pass between the time and the session (recorded).
  const delay = seconds(simulation.chance.of(id, String(planned), 'delay').number(2, 40))
  simulation.note(planned + delay, { what: 'due', job: id, planned })
}

function showNextRun(simulation: Simulation, { id, kind }: LivingJob, planned: Instant | undefined): void {
  const jobs = jobRows(simulation, kind)
  const row = jobs.get(id)
  if (row === undefined || row.NextRun === planned) return
  if (planned !== undefined) return jobs.replace({ ...row, NextRun: planned })
  jobs.replace(without(row, 'NextRun'))
}
