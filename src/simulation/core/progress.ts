import type { Simulation } from './simulation.ts'
import { jobState } from '../jobs/job-state.ts'
import { workState, type Progression, type Waiting } from './work-state.ts'

/** How the work of a job moves: as was said for it, or as all other does. */
export function progressionOf(simulation: Simulation, job: string | undefined): Progression {
  const { movesOf, moves } = simulation.state(workState)
  return movesOf.get(job ?? '') ?? moves
}

/** What a row's work is part of: the session of the whole run, or itself. */
export function workItemOf(
  simulation: Simulation,
  row: { readonly id: string; readonly JobSessionUid?: string },
): string {
  const { runs } = simulation.state(jobState)
  let id = row.JobSessionUid ?? row.id
  for (let run = runs.get(id); run?.parent !== undefined; run = runs.get(id)) id = run.parent
  return id
}

/** Notes that a stage waits to be moved. */
export function wait(simulation: Simulation, key: string, job: string | undefined, waiting: Waiting): void {
  const { pieces } = simulation.state(workState)
  const piece = pieces.get(key) ?? { job, waiting: [], looks: 0 }
  const others = piece.waiting.filter(({ id }) => id !== waiting.id)
  pieces.set(key, { ...piece, waiting: [...others, waiting] })
}

/** Moves a piece of work one stage: all in it that waits now, but nothing that comes to wait by that. */
export function move(simulation: Simulation, key: string): void {
  const { pieces } = simulation.state(workState)
  const piece = pieces.get(key)
  if (piece === undefined) return
  pieces.delete(key)
  for (const waiting of piece.waiting) simulation.runEvent({ what: 'stage', ...waiting, isAsked: true })
}

/** Somebody looks at a task or a session: if its work moves by that, it may move before it is shown. */
export function lookAt(simulation: Simulation, row: { readonly id: string; readonly JobSessionUid?: string }): void {
  const { pieces } = simulation.state(workState)
  if (pieces.size === 0) return
  const key = workItemOf(simulation, row)
  const piece = pieces.get(key)
  if (piece === undefined) return
  const moves = progressionOf(simulation, piece.job)
  if (moves.moves !== 'reads') return
  const looks = piece.looks + 1
  if (looks < moves.reads) pieces.set(key, { ...piece, looks })
  else move(simulation, key)
}
