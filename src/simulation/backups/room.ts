import { repository } from '../../resources/index.ts'
import { tableOf } from '../core/table-of.ts'
import type { World } from '../core/simulation.ts'
import { gigabyte } from '../../model/size.ts'

/** With less than that a repository is full: nothing begins to be written into it. */
const least = 10 * gigabyte

/** Whether something can be written into a repository; object storage, whose room is −1, has no end. */
export function hasRoom(world: World, id: string): boolean {
  const row = tableOf(world, repository).get(id)
  return row === undefined || row.FreeSpace < 0 || row.FreeSpace >= least
}

/** Somebody else's files take what is free in a repository, but for a remainder that is of no use. */
export function fillUp(world: World, id: string): void {
  const repositories = tableOf(world, repository)
  const row = repositories.get(id)
  if (row === undefined || !hasRoom(world, id) || row.FreeSpace < 0) return
  const remainder = world.chance.of(id, 'remainder').number(0.1, 0.9) * gigabyte
  repositories.replace({ ...row, FreeSpace: Math.round(remainder) })
}
