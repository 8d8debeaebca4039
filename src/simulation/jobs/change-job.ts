import type { LivingJob } from './job-model.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

/** Puts a changed job in the place of what it is now, if it is still there. */
export function changeJob(simulation: Simulation, id: string, changes: Partial<LivingJob>): void {
  const job = simulation.state(jobState).jobs.get(id)
  if (job !== undefined) simulation.state(jobState).jobs.set(id, { ...job, ...changes })
}
