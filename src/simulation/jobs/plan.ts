import { seconds } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { changeJob } from './change-job.ts'
import { jobRows, type JobRow } from './job-rows.ts'
import type { LivingJob } from './job-model.ts'
import { followed, isContinuous, nextRun } from './schedule.ts'
import { without } from '../core/without.ts'
import type { World } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

/** When a job runs: its row alone says so. */
export const scheduleOf = (world: World, job: LivingJob): JobRow | undefined =>
  jobRows(world, job.kind).get(job.id)

/**
 * Notes when the schedule runs a job next, and shows it as NextRun. To be called again whenever its options change: what
 * was planned before is forgotten. Jobs that run one run after the other are planned when a run ends.
 */
export function plan(world: World, id: string): void {
  const job = world.state(jobState).jobs.get(id)
  if (job === undefined) return
  const schedule = scheduleOf(world, job)
  if (schedule === undefined) return
  const options = schedule.JobScheduleOptions
  const isOn = schedule.ScheduleConfigured && schedule.ScheduleEnabled
  const isWaiting = job.running !== undefined && isContinuous(options)
  const planned = isOn && !isWaiting ? nextRun(options, world.now()) : undefined
  changeJob(world, id, { planned, follows: isOn ? followed(options) : undefined })
  showNextRun(world, job, planned)
  if (job.pending.length > 0) world.note(world.now(), { what: 'wake', job: id })
  if (planned === undefined) return
  // Some seconds pass between the time and the session (recorded).
  const delay = seconds(world.chance.of(id, String(planned), 'delay').number(2, 40))
  world.note(planned + delay, { what: 'due', job: id, planned })
}

function showNextRun(world: World, { id, kind }: LivingJob, planned: Instant | undefined): void {
  const jobs = jobRows(world, kind)
  const row = jobs.get(id)
  if (row === undefined || row.NextRun === planned) return
  if (planned !== undefined) return jobs.replace({ ...row, NextRun: planned })
  jobs.replace(without(row, 'NextRun'))
}
