import { nearest } from '../text/nearest.ts'
import { quoteBriefly } from '../text/quote-briefly.ts'
import type { LivingJob } from '../simulation/jobs/job-model.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { errors } from '../model/api-error.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { jobState } from '../simulation/jobs/job-state.ts'

/** The job of a name or an id. Throws a 400 ApiError if there is none, or several. */
export function jobCalled(simulation: Simulation, asked: string): LivingJob {
  const all = [...simulation.state(jobState).jobs.values()]
  const found = all.filter(({ id, name }) => name === asked || id === asked.toLowerCase())
  const [job] = found
  if (job !== undefined && found.length === 1) return job
  const names = all.map(({ name }) => name)
  throw errors.badRequest(
    found.length > 1
      ? `There are ${found.length} jobs ${quoteBriefly(asked)}; say which by its id: ${found.map(({ id }) => id).join(', ')}.`
      : `There is no job ${quoteBriefly(asked)}.${didYouMean(nearest(asked, names))}`,
  )
}
