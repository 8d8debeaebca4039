import { repository } from '../../resources/index.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'
import { gigabyte } from '../../model/size.ts'

/** With less than that a repository is full: nothing begins to be written into it. */
const least = 10 * gigabyte

/** Whether something can be written into a repository; object storage, whose room is −1, has no end. */
export function hasRoom(simulation: Simulation, id: string): boolean {
  const row = tableOf(simulation, repository).get(id)
  return row === undefined || row.FreeSpace < 0 || row.FreeSpace >= least
}

/** Somebody else's files take what is free in a repository, but for a remainder that is of no use. */
export function fillUp(simulation: Simulation, id: string): void {
  const repositories = tableOf(simulation, repository)
  const row = repositories.get(id)
  if (row === undefined || !hasRoom(simulation, id) || row.FreeSpace < 0) return
  const remainder = simulation.chance.of(id, 'remainder').number(0.1, 0.9) * gigabyte
  repositories.replace({ ...row, FreeSpace: Math.round(remainder) })
}
