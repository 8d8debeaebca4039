import type { LivingJob } from './job-model.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

/** Whether a copy job copies another: because it names it, or the repository that it backs up machines to. */
export const copies = (copy: LivingJob, { id, kind, repository, isOnce }: LivingJob): boolean =>
  copy.links.includes(id) || (kind === 'Backup' && isOnce !== true && copy.linkedRepositories.includes(repository))

/** The jobs that a copy job copies, those that it names first. */
export function linkedJobs(simulation: Simulation, copy: LivingJob): readonly LivingJob[] {
  const named = copy.links.flatMap((id) => simulation.state(jobState).jobs.get(id) ?? [])
  if (copy.linkedRepositories.length === 0) return named
  return [...new Set([...named, ...[...simulation.state(jobState).jobs.values()].filter((job) => copies(copy, job))])]
}
