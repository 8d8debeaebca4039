import { refuse } from '../model/refusal.ts'
import type { World } from './world.ts'
import { reachState } from './states/reach-state.ts'

/** Throws a 400 refusal if a backup server is not reached. @param whose how it is told of: its name, or what it is that of. */
export function refuseUnreached(world: World, server: string, whose: string): void {
  if (world.state(reachState).unreached.has(server))
    throw refuse.badRequest(`The backup server ${whose} cannot be reached.`)
}
