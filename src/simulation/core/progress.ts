import type { World } from './simulation.ts'
import { jobState } from '../jobs/job-state.ts'
import { workState, type Moves, type Waiting } from './work-state.ts'

/** How the work of a job moves: as was said for it, or as all other does. */
export function movesOf(world: World, job: string | undefined): Moves {
  const { movesOf, moves } = world.state(workState)
  return movesOf.get(job ?? '') ?? moves
}

/** What a row's work is part of: the session of the whole run, or itself. */
export function pieceOf(
  world: World,
  row: { readonly id: string; readonly JobSessionUid?: string },
): string {
  const { runs } = world.state(jobState)
  let id = row.JobSessionUid ?? row.id
  for (let run = runs.get(id); run?.parent !== undefined; run = runs.get(id)) id = run.parent
  return id
}

/** Notes that a stage waits to be moved. */
export function wait(world: World, key: string, job: string | undefined, waiting: Waiting): void {
  const { pieces } = world.state(workState)
  const piece = pieces.get(key) ?? { job, waiting: [], looks: 0 }
  const others = piece.waiting.filter(({ id }) => id !== waiting.id)
  pieces.set(key, { ...piece, waiting: [...others, waiting] })
}

/** Moves a piece of work one stage: all in it that waits now, but nothing that comes to wait by that. */
export function move(world: World, key: string): void {
  const { pieces } = world.state(workState)
  const piece = pieces.get(key)
  if (piece === undefined) return
  pieces.delete(key)
  for (const waiting of piece.waiting) world.happen({ what: 'stage', ...waiting, isAsked: true })
}

/** Somebody looks at a task or a session: if its work moves by that, it may move before it is shown. */
export function lookAt(
  world: World,
  row: { readonly id: string; readonly JobSessionUid?: string },
): void {
  const { pieces } = world.state(workState)
  if (pieces.size === 0) return
  const key = pieceOf(world, row)
  const piece = pieces.get(key)
  if (piece === undefined) return
  const moves = movesOf(world, piece.job)
  if (moves.moves !== 'reads') return
  const looks = piece.looks + 1
  if (looks < moves.reads) pieces.set(key, { ...piece, looks })
  else move(world, key)
}
