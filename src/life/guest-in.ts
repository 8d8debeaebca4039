import type { Guest } from '../guest/tree.ts'
import type { World } from './world.ts'

/** A machine of the world, whose files are always the same. */
export const guestIn = ({ chance }: World, machine: Omit<Guest, 'draw'>): Guest => ({
  ...machine,
  draw: (min, max, ...address) => chance.of(...address).integer(min, max),
})
