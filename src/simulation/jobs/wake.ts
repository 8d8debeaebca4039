import { nextAllowedHour } from './hours.ts'
import { scheduleOf } from './plan.ts'
import { startRun } from './start.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

/**
 * An immediate copy begins to copy what is new, in the next of the hours that it may. What it cannot copy now waits until
 * its schedule lets it.
 */
export function wake(simulation: Simulation, id: string): void {
  const job = simulation.state(jobState).jobs.get(id)
  if (job === undefined || job.pending.length === 0) return
  const schedule = scheduleOf(simulation, job)
  if (schedule?.ScheduleEnabled !== true) return
  const hours = schedule.JobScheduleOptions.ImmediateCopyMode?.OptionsContinuous
  const now = simulation.now()
  const at = hours?.Enabled === true ? nextAllowedHour(hours.Schedule, now) : now
  if (at === now) startRun(simulation, id)
  else if (at !== undefined) simulation.note(at, { what: 'wake', job: id })
}
