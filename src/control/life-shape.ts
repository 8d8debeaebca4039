import type { Action } from '../life/action.ts'
import { keyOfAction } from '../life/action.ts'
import { actions } from '../life/actions.ts'
import { lifecycles } from '../life/lifecycles.ts'
import { writtenAs } from '../life/job-rows.ts'
import { results } from '../life/living.ts'
import type { FixedOutcome, Kept, KnownRun, LivingJob, Order, Part, Point, Retention, Retry, Run, WorkObject } from '../life/living.ts' // prettier-ignore
import type { SpareMachine } from '../life/machines.ts'
import type { Restore } from '../life/restores.ts'
import type { TaskOrder } from '../life/task.ts'
import type { Moves, Piece, Waiting } from '../life/work.ts'
import type { LifePairs } from './dump.ts'
import { replicaJobSession, backupJobSession, job } from '../resources/index.ts'
import type { Shape } from '../json/kinds.ts'
import type { ShapeOf } from '../json/shape-of.ts'
import { array, boolean, discriminatedUnion, enumeration, id, instant, integer, keyOf, name, number, object, optional, record, string, tuple } from '../json/shape.ts' // prettier-ignore
import { bodyShape } from './row-shape.ts'

/** What the world knows beside its rows, as it is written down. */

const result = enumeration(...results)
const kind = keyOf(writtenAs)
export const livingType = keyOf(lifecycles)
const names = array(name)
const ids = array(id)

const habit = object<NonNullable<WorkObject['habit']>>('a habit', {
  Success: number(0),
  Warning: number(0),
  Failed: number(0),
})

const workObject = object<WorkObject>('an object', {
  name,
  uid: string(),
  bytes: number(0),
  habit: optional(habit),
  vApp: optional(object<NonNullable<WorkObject['vApp']>>('a vApp', { name, uid: string() })),
})
const objects = array(workObject)

const retry = object<Retry>('a retry', { attempt: integer(0), objects: names })

const livingJob = object<LivingJob>('a job that lives', {
  id,
  name,
  kind,
  platform: enumeration(
    'VMware',
    'HyperV',
    'vCloud',
    'AgentForLinux',
    'AgentForWindows',
    'CustomPlatform',
  ),
  up: object<LivingJob['up']>('ids by role', {
    BackupServer: id,
    Job: optional(id),
    AgentBackupJob: optional(id),
    NasJob: optional(id),
  }),
  repository: id,
  folder: string(),
  folderName: optional(string()),
  objects,
  links: ids,
  linkedRepositories: ids,
  habit,
  minutes: number(0),
  retention: object<Retention>('a retention', {
    RetainCycles: number(0),
    RetainDaysToKeep: number(0),
    RetainLimitType: enumeration('Cycles', 'Days'),
  }),
  planned: optional(instant),
  follows: optional(id),
  running: optional(id),
  last: optional(id),
  retry: optional(retry),
  isQueued: boolean,
  keptAt: optional(instant),
  isOnce: optional(boolean),
  pending: ids,
})

const order = object<Order>('an order', {
  object: optional(name),
  result,
  reason: optional(string()),
  times: integer(1),
})

const sessionTypes = [job, backupJobSession, replicaJobSession].flatMap(
  ({ fields }) => fields.JobType.values,
)
const part: ShapeOf<Part> = discriminatedUnion('a part of a run', 'of', {
  task: object('a part of a run', { of: enumeration('task'), object: workObject }),
  session: object<Extract<Part, { of: 'session' }>>('a part of a run', {
    of: enumeration('session'),
    type: enumeration(...new Set(sessionTypes)),
    name,
    objects,
  }),
})

const run = object<Run>('a run', {
  session: id,
  job: id,
  backup: optional(name),
  parent: optional(id),
  attempt: integer(0),
  since: instant,
  order: optional(order),
  taskUp: record('ids by role', id),
  parts: array(part),
  opened: integer(0),
  done: integer(0),
  worst: result,
  isQuick: boolean,
  isStopped: boolean,
  message: optional(string()),
  failed: names,
  kept: array(object<Kept>('what a run kept', { task: id, object: workObject, since: instant })),
})

const restore = object<Restore>('a restore', {
  of: array(string()),
  as: optional(string()),
  point: optional(object<NonNullable<Restore['point']>>('a point', { type: name, id })),
  minutes: number(0),
})

const point = object<Point>('a point', {
  at: instant,
  stored: optional(
    object<NonNullable<Point['stored']>>('what is stored', {
      id,
      file: id,
      bytes: number(0),
      session: id,
    }),
  ),
  isFull: boolean,
  machines: array(object<Point['machines'][number]>('a machine', { id, task: id })),
})

const fixedOutcome = object<FixedOutcome>('an outcome', {
  object: optional(name),
  from: instant,
  until: instant,
  result,
  reason: optional(string()),
  attempts: number(0),
})

const moving = <W extends string>(moves: W) =>
  object('a way to move', { moves: enumeration(moves) })
export const moves: ShapeOf<Moves> = discriminatedUnion('a way to move', 'moves', {
  time: moving('time'),
  instant: moving('instant'),
  manual: moving('manual'),
  reads: object<Extract<Moves, { moves: 'reads' }>>('a way to move', {
    moves: enumeration('reads'),
    reads: integer(1),
  }),
})

const piece = object<Piece>('a piece of work', {
  job: optional(id),
  waiting: array(object<Waiting>('a stage', { type: livingType, id, stage: integer(0) })),
  looks: integer(0),
})

const orderOf = (action: Action) =>
  object<TaskOrder>('what a task does', {
    action: enumeration(keyOfAction(action)),
    keys: record('ids and words by name', string()),
    body: optional(
      bodyShape(
        action.body?.shape ?? { kind: 'struct', fields: {}, attributeOrder: [] },
        action.body?.isPartial === true,
      ),
    ),
  })
const taskOrder = discriminatedUnion(
  'what a task does',
  'action',
  Object.fromEntries(
    actions
      .filter(({ task }) => task !== undefined)
      .map((each) => [keyOfAction(each), orderOf(each)] as const),
  ),
)

const pairs = <S extends Shape>(of: S) => array(tuple(id, of))
export const lifeShape = object<LifePairs>('what the world knows', {
  jobs: pairs(livingJob),
  runs: pairs(run),
  restores: pairs(restore),
  startedPlans: pairs(ids),
  chains: pairs(array(point)),
  machines: pairs(object<SpareMachine>('a machine', { server: id, object: workObject })),
  fixedOutcomes: pairs(array(fixedOutcome)),
  orders: pairs(array(order)),
  movesOf: pairs(moves),
  pieces: pairs(piece),
  taskOrders: pairs(taskOrder),
  taskCounts: pairs(integer(0)),
  mountCounts: pairs(integer(0)),
})

export const knownRunsShape = array(
  object<KnownRun>('a known run', { id, job: name, from: instant, until: instant }),
)
