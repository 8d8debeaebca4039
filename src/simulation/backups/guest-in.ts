import type { Guest } from '../../guest-files/tree.ts'
import type { Simulation } from '../core/simulation.ts'

/** A machine of the world, whose files are always the same. */
export const guestIn = ({ chance }: Simulation, machine: Omit<Guest, 'draw'>): Guest => ({
  ...machine,
  draw: (min, max, ...address) => chance.of(...address).integer(min, max),
})
