import { refuse } from '../model/refusal.ts'
import type { World } from './world.ts'

/** Throws a 400 refusal if a backup server is not reached. @param whose how it is told of: its name, or what it is that of. */
export function refuseUnreached({ unreached }: World, server: string, whose: string): void {
  if (unreached.has(server))
    throw refuse.badRequest(`The backup server ${whose} cannot be reached.`)
}
