import { backupJobSession } from '../../resources/index.ts'
import { linkedJobs } from './linked.ts'
import type { LivingJob, Run } from './job-model.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

/**
 * Whether there is something to do for a run. A copy job that runs by the clock finds nothing if none of its jobs has
 * kept anything since its last run began, unless that failed; all other jobs always find what they work on.
 */
export function hasNews(simulation: Simulation, job: LivingJob, run: Run): boolean {
  if (job.kind !== 'BackupCopy' || run.attempt > 0) return true
  const before = tableOf(simulation, backupJobSession).get(job.last ?? '')
  if (before === undefined || before.Result === 'Failed') return true
  return linkedJobs(simulation, job).some(({ keptAt = 0 }) => keptAt > before.CreationTimeUTC)
}
