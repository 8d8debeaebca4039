import { errors } from '../../model/api-error.ts'
import type { Simulation } from '../core/simulation.ts'
import { reachState } from './reach-state.ts'

/** Throws a 400 ApiError if a backup server is not reached. @param whose how it is told of: its name, or what it is that of. */
export function refuseUnreached(simulation: Simulation, server: string, whose: string): void {
  if (simulation.state(reachState).unreached.has(server))
    throw errors.badRequest(`The backup server ${whose} cannot be reached.`)
}
