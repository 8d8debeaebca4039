import { seconds } from '../clock/duration.ts'
import type { Instant } from '../clock/instant.ts'
import { job as jobResource } from '../resources/index.ts'
import { changeJob } from './change-job.ts'
import type { LivingJob, OwnSchedule } from './living.ts'
import { followed, isContinuous, nextRun } from './schedule.ts'
import { tableOf } from './table-of.ts'
import { without } from './without.ts'
import type { World } from './world.ts'

/** When a job runs, as its row says; a job of a kind without rows has it written down beside them. */
export const scheduleOf = (world: World, job: LivingJob): OwnSchedule | undefined =>
  tableOf(world, jobResource).get(job.id) ?? job.schedule

/**
 * Notes when the schedule runs a job next, and shows it as NextRun. To be called again whenever its options change: what
 * was planned before is forgotten. Jobs that run one run after the other are planned when a run ends.
 */
export function plan(world: World, id: string): void {
  const job = world.jobs.get(id)
  if (job === undefined) return
  const schedule = scheduleOf(world, job)
  if (schedule === undefined) return
  const options = schedule.JobScheduleOptions
  const isOn = schedule.ScheduleConfigured && schedule.ScheduleEnabled
  const isWaiting = job.running !== undefined && isContinuous(options)
  const planned = isOn && !isWaiting ? nextRun(options, world.now()) : undefined
  changeJob(world, id, { planned, follows: isOn ? followed(options) : undefined })
  showNextRun(world, id, planned)
  if (planned === undefined) return
  // Some seconds pass between the time and the session (recorded).
  const delay = seconds(world.chance.of(id, String(planned), 'delay').number(2, 40))
  world.note(planned + delay, { what: 'due', job: id, planned })
}

function showNextRun(world: World, id: string, planned: Instant | undefined): void {
  const jobs = tableOf(world, jobResource)
  const row = jobs.get(id)
  if (row === undefined || row.NextRun === planned) return
  if (planned !== undefined) return jobs.replace({ ...row, NextRun: planned })
  jobs.replace(without(row, 'NextRun'))
}
