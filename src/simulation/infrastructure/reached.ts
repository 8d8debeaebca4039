import { refuse } from '../../model/api-error.ts'
import type { World } from '../core/simulation.ts'
import { reachState } from './reach-state.ts'

/** Throws a 400 refusal if a backup server is not reached. @param whose how it is told of: its name, or what it is that of. */
export function refuseUnreached(world: World, server: string, whose: string): void {
  if (world.state(reachState).unreached.has(server))
    throw refuse.badRequest(`The backup server ${whose} cannot be reached.`)
}
