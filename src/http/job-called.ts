import { nearest } from '../words/nearest.ts'
import { quoteBriefly } from '../words/quote-briefly.ts'
import type { LivingJob } from '../life/living.ts'
import type { World } from '../life/world.ts'
import { refuse } from '../model/refusal.ts'
import { didYouMean } from '../words/did-you-mean.ts'
import { jobState } from '../life/states/job-state.ts'

/** The job of a name or an id. Throws a 400 refusal if there is none, or several. */
export function jobCalled(world: World, asked: string): LivingJob {
  const all = [...world.state(jobState).jobs.values()]
  const found = all.filter(({ id, name }) => name === asked || id === asked.toLowerCase())
  const [job] = found
  if (job !== undefined && found.length === 1) return job
  const names = all.map(({ name }) => name)
  throw refuse.badRequest(
    found.length > 1
      ? `There are ${found.length} jobs ${quoteBriefly(asked)}; say which by its id: ${found.map(({ id }) => id).join(', ')}.`
      : `There is no job ${quoteBriefly(asked)}.${didYouMean(nearest(asked, names))}`,
  )
}
