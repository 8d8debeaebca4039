import type { ForcedOutcome } from './job-model.ts'
import type { Simulation } from '../core/simulation.ts'
import { outcomeState } from './outcome-state.ts'

/** Has a job's next runs end so, whatever its habit is and whatever else befalls it; what was asked before goes first. */
export function forceOutcome(simulation: Simulation, job: string, order: ForcedOutcome): void {
  const { orders } = simulation.state(outcomeState)
  orders.set(job, [...(orders.get(job) ?? []), order])
}

/** The order for a job's next run, which counts for that. */
export function takeForcedOutcome(simulation: Simulation, job: string): ForcedOutcome | undefined {
  const { orders } = simulation.state(outcomeState)
  const [order, ...others] = orders.get(job) ?? []
  if (order === undefined) return undefined
  const left = order.times > 1 ? [{ ...order, times: order.times - 1 }, ...others] : others
  if (left.length === 0) orders.delete(job)
  else orders.set(job, left)
  return order
}
