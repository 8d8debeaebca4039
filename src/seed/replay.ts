import type { Instant } from '../clock/instant.ts'
import type { World } from '../life/world.ts'

/** Lets a planted world live until an instant. The past is made by the same code as the future (decision 5). */
export function replay(world: World, until: Instant): void {
  world.settle(until)
}
