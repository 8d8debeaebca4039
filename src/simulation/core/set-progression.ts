import { lifecycles } from '../lifecycles.ts'
import { progressionOf } from './progress.ts'
import type { Simulation } from './simulation.ts'
import { workState, type Progression } from './work-state.ts'

/**
 * Has work move otherwise from now on: that of a job, or, without one, all that no job has a way of its own for. What is
 * under way goes on in the new way from the stage it is in.
 */
export function setProgression(simulation: Simulation, moves: Progression, job?: string): void {
  const state = simulation.state(workState)
  if (job === undefined) state.moves = moves
  else state.movesOf.set(job, moves)
  const pieces = [...state.pieces]
  state.pieces.clear()
  for (const [, { waiting }] of pieces)
    for (const { type, id } of waiting) simulation.runEvent({ what: 'enter', type, id })
  if (moves.moves === 'time') return
  for (const lifecycle of Object.values(lifecycles))
    for (const { id, job: of } of lifecycle.underWay(simulation))
      if (progressionOf(simulation, of).moves !== 'time') lifecycle.enter(simulation, id)
}
