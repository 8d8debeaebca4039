import type { World } from './world.ts'

/** How work moves on. */
export type Moves =
  /** By story time, as long as the scenario has it. */
  | { readonly moves: 'time' }
  /** At once: all of it is over when it is next looked at. */
  | { readonly moves: 'instant' }
  /** A stage with every so many looks at the task or the session. */
  | { readonly moves: 'reads'; readonly reads: number }
  /** A stage whenever it is told to. */
  | { readonly moves: 'manual' }

/** A stage that does not end by itself. */
export interface Waiting {
  readonly type: string
  readonly id: string
  readonly stage: number
}

/** What moves as one, a task or a session with all that is below it, and how often it was looked at since it last moved. */
export interface Piece {
  readonly job: string | undefined
  readonly waiting: readonly Waiting[]
  readonly looks: number
}

/** How the work of a job moves: as was said for it, or as all other does. */
export const movesOf = (world: World, job: string | undefined): Moves =>
  world.movesOf.get(job ?? '') ?? world.moves

/** What a row's work is part of: the session of the whole run, or itself. */
export function pieceOf(
  world: World,
  row: { readonly id: string; readonly JobSessionUid?: string },
): string {
  let id = row.JobSessionUid ?? row.id
  for (let run = world.runs.get(id); run?.parent !== undefined; run = world.runs.get(id))
    id = run.parent
  return id
}

/** Notes that a stage waits to be moved. */
export function wait(world: World, key: string, job: string | undefined, waiting: Waiting): void {
  const piece = world.pieces.get(key) ?? { job, waiting: [], looks: 0 }
  const others = piece.waiting.filter(({ id }) => id !== waiting.id)
  world.pieces.set(key, { ...piece, waiting: [...others, waiting] })
}

/** Moves a piece of work one stage: all in it that waits now, but nothing that comes to wait by that. */
export function move(world: World, key: string): void {
  const piece = world.pieces.get(key)
  if (piece === undefined) return
  world.pieces.delete(key)
  for (const waiting of piece.waiting) world.happen({ what: 'stage', ...waiting, isAsked: true })
}

/** Somebody looks at a task or a session: if its work moves by that, it may move before it is shown. */
export function lookAt(
  world: World,
  row: { readonly id: string; readonly JobSessionUid?: string },
): void {
  if (world.pieces.size === 0) return
  const key = pieceOf(world, row)
  const piece = world.pieces.get(key)
  if (piece === undefined) return
  const moves = movesOf(world, piece.job)
  if (moves.moves !== 'reads') return
  const looks = piece.looks + 1
  if (looks < moves.reads) world.pieces.set(key, { ...piece, looks })
  else move(world, key)
}
