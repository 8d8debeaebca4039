import { nearest } from '../text/nearest.ts'
import { quoteBriefly } from '../text/quote-briefly.ts'
import type { ForcedOutcome, Result } from '../simulation/jobs/job-model.ts'
import { forceOutcome } from '../simulation/jobs/forced-outcomes.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { errors } from '../model/api-error.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { jobCalled } from './job-called.ts'
import { outcomeState } from '../simulation/jobs/outcome-state.ts'

/** What is asked of a job's next runs. */
export interface OutcomeSetting {
  /** Its name or its id. */
  readonly job: string
  /** One of the machines that it works on; all of them if not given. */
  readonly object?: string | undefined
  /** `Success`, `Warning` or `Failed`. */
  readonly result: Result
  /** What the tasks say of it; a sentence of its own if not given. */
  readonly reason?: string | undefined
  /** How many runs, retries among them; 1 if not given. */
  readonly times?: number | undefined
}

/** What was understood of it. */
export type OrderedOutcome = ForcedOutcome & { readonly job: string; readonly name: string }

const MOST_ORDERS = 1000

/** Has a job's next runs end as asked, and says what was understood. Throws a 400 ApiError for what is not there or cannot be. */
export function orderOutcome(
  simulation: Simulation,
  { job: asked, object, result, reason, times = 1 }: OutcomeSetting,
): OrderedOutcome {
  // Runs that are due, and those of the past, are none of the next.
  simulation.catchUp()
  const job = jobCalled(simulation, asked)
  const objects = job.objects.map(({ name }) => name)
  if (object !== undefined && objects.length > 0 && !objects.includes(object))
    throw errors.badRequest(
      `${job.name} does not work on ${quoteBriefly(object)}.${didYouMean(nearest(object, objects))}`,
    )
  const order: ForcedOutcome = {
    ...(object !== undefined && { object }),
    result,
    ...(reason !== undefined && { reason }),
    times,
  }
  if ((simulation.state(outcomeState).orders.get(job.id)?.length ?? 0) >= MOST_ORDERS)
    throw errors.badRequest(`${job.name} has ${MOST_ORDERS} outcomes to come already.`)
  forceOutcome(simulation, job.id, order)
  return { job: job.id, name: job.name, ...order }
}
