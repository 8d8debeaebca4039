import { lifecycles } from './lifecycles.ts'
import { movesOf, type Moves } from './work.ts'
import type { World } from './world.ts'

/**
 * Has work move otherwise from now on: that of a job, or, without one, all that no job has a way of its own for. What is
 * under way goes on in the new way from the stage it is in.
 */
export function setMoves(world: World, moves: Moves, job?: string): void {
  if (job === undefined) world.moves = moves
  else world.movesOf.set(job, moves)
  const pieces = [...world.pieces]
  world.pieces.clear()
  for (const [, { waiting }] of pieces)
    for (const { type, id } of waiting) world.happen({ what: 'enter', type, id })
  if (moves.moves === 'time') return
  for (const lifecycle of Object.values(lifecycles))
    for (const { id, job: of } of lifecycle.underWay(world))
      if (movesOf(world, of).moves !== 'time') lifecycle.enter(world, id)
}
