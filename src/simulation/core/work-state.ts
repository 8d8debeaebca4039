import { array, discriminatedUnion, enumeration, id, integer, object, optional } from '../../json-schema/shape.ts'
import type { ShapeOf } from '../../json-schema/shape-of.ts'
import { mapBy, valueOf } from './slots.ts'
import { group, type Registered } from './state.ts'

/** How work moves on. */
export type Progression =
  /** By simulated time, as long as the scenario has it. */
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
export interface WorkItem {
  readonly job: string | undefined
  readonly waiting: readonly Waiting[]
  readonly looks: number
}

const moving = <W extends string>(moves: W) => object('a way to move', { moves: enumeration(moves) })
const moves: ShapeOf<Progression> = discriminatedUnion('a way to move', 'moves', {
  time: moving('time'),
  instant: moving('instant'),
  manual: moving('manual'),
  reads: object<Extract<Progression, { moves: 'reads' }>>('a way to move', {
    moves: enumeration('reads'),
    reads: integer(1),
  }),
})

const piece = ({ type }: Registered) =>
  object<WorkItem>('a piece of work', {
    job: optional(id),
    waiting: array(object<Waiting>('a stage', { type, id, stage: integer(0) })),
    looks: integer(0),
  })

/** How work moves, and that of jobs that move otherwise. */
export const workState = group({
  moves: valueOf('rest', moves, { moves: 'time' }),
  movesOf: mapBy('job', moves),
  /** What waits to be moved on, by the session of the whole run, or by the task. */
  pieces: mapBy(['session', 'task'], piece),
})
