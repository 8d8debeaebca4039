import type { LivingJob } from './job-model.ts'
import type { World } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

/** Puts a changed job in the place of what it is now, if it is still there. */
export function changeJob(world: World, id: string, changes: Partial<LivingJob>): void {
  const job = world.state(jobState).jobs.get(id)
  if (job !== undefined) world.state(jobState).jobs.set(id, { ...job, ...changes })
}
