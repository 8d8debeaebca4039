import type { Action } from '../life/action.ts'
import { keyOfAction } from '../life/action.ts'
import { actions } from '../life/actions/index.ts'
import type { Happening } from '../life/happenings.ts'
import { lifecycles } from '../life/lifecycles.ts'
import { writtenAs } from '../life/job-rows.ts'
import { results } from '../life/living.ts'
import type { FixedOutcome, Kept, KnownRun, LivingJob, Order, Part, Point, Retention, Retry, Run, WorkObject } from '../life/living.ts' // prettier-ignore
import type { SpareMachine } from '../life/machines.ts'
import type { Restore } from '../life/restores.ts'
import type { TaskOrder } from '../life/task.ts'
import type { Moves, Piece, Waiting } from '../life/work.ts'
import type { WorldState } from '../life/world-state.ts'
import type { LifePairs } from './dump.ts'
import { replicaJobSession, backupJobSession, job } from '../resources/index.ts'
import type { Members, Shape } from '../json/kinds.ts'
import type { ShapeOf } from '../json/shape-of.ts'
import { byWord, list, maybe, members, name, nameIn, number, record, text, truth, tuple, whole, word } from '../json/shape.ts' // prettier-ignore
import { bodyShape, id, instant } from './row-shape.ts'

/** What the world knows beside its rows, as it is written down. */

const result = word(...results)
const kind = nameIn(writtenAs)
const livingType = nameIn(lifecycles)
const names = list(name)
const ids = list(id)

const habit = members<NonNullable<WorkObject['habit']>>('a habit', {
  Success: number(0),
  Warning: number(0),
  Failed: number(0),
})

const workObject = members<WorkObject>('an object', {
  name,
  uid: text(),
  bytes: number(0),
  habit: maybe(habit),
  vApp: maybe(members<NonNullable<WorkObject['vApp']>>('a vApp', { name, uid: text() })),
})
const objects = list(workObject)

const retry = members<Retry>('a retry', { attempt: whole(0), objects: names })

const livingJob = members<LivingJob>('a job that lives', {
  id,
  name,
  kind,
  platform: word(
    'VMware',
    'HyperV',
    'vCloud',
    'AgentForLinux',
    'AgentForWindows',
    'CustomPlatform',
  ),
  up: members<LivingJob['up']>('ids by role', {
    BackupServer: id,
    Job: maybe(id),
    AgentBackupJob: maybe(id),
    NasJob: maybe(id),
  }),
  repository: id,
  folder: text(),
  folderName: maybe(text()),
  objects,
  links: ids,
  linkedRepositories: ids,
  habit,
  minutes: number(0),
  retention: members<Retention>('a retention', {
    RetainCycles: number(0),
    RetainDaysToKeep: number(0),
    RetainLimitType: word('Cycles', 'Days'),
  }),
  planned: maybe(instant),
  follows: maybe(id),
  running: maybe(id),
  last: maybe(id),
  retry: maybe(retry),
  isQueued: truth,
  keptAt: maybe(instant),
  isOnce: maybe(truth),
  pending: ids,
})

const order = members<Order>('an order', {
  object: maybe(name),
  result,
  reason: maybe(text()),
  times: whole(1),
})

const sessionTypes = [job, backupJobSession, replicaJobSession].flatMap(
  ({ fields }) => fields.JobType.values,
)
const part: ShapeOf<Part> = byWord('a part of a run', 'of', {
  task: members('a part of a run', { of: word('task'), object: workObject }),
  session: members<Extract<Part, { of: 'session' }>>('a part of a run', {
    of: word('session'),
    type: word(...new Set(sessionTypes)),
    name,
    objects,
  }),
})

const run = members<Run>('a run', {
  session: id,
  job: id,
  backup: maybe(name),
  parent: maybe(id),
  attempt: whole(0),
  since: instant,
  order: maybe(order),
  taskUp: record('ids by role', id),
  parts: list(part),
  opened: whole(0),
  done: whole(0),
  worst: result,
  isQuick: truth,
  isStopped: truth,
  message: maybe(text()),
  failed: names,
  kept: list(members<Kept>('what a run kept', { task: id, object: workObject, since: instant })),
})

const restore = members<Restore>('a restore', {
  of: list(text()),
  as: maybe(text()),
  point: maybe(members<NonNullable<Restore['point']>>('a point', { type: name, id })),
  minutes: number(0),
})

const point = members<Point>('a point', {
  at: instant,
  stored: maybe(
    members<NonNullable<Point['stored']>>('what is stored', {
      id,
      file: id,
      bytes: number(0),
      session: id,
    }),
  ),
  isFull: truth,
  machines: list(members<Point['machines'][number]>('a machine', { id, task: id })),
})

const fixedOutcome = members<FixedOutcome>('an outcome', {
  object: maybe(name),
  from: instant,
  until: instant,
  result,
  reason: maybe(text()),
  attempts: number(0),
})

const moving = <W extends string>(moves: W) => members('a way to move', { moves: word(moves) })
export const moves: ShapeOf<Moves> = byWord('a way to move', 'moves', {
  time: moving('time'),
  instant: moving('instant'),
  manual: moving('manual'),
  reads: members<Extract<Moves, { moves: 'reads' }>>('a way to move', {
    moves: word('reads'),
    reads: whole(1),
  }),
})

const piece = members<Piece>('a piece of work', {
  job: maybe(id),
  waiting: list(members<Waiting>('a stage', { type: livingType, id, stage: whole(0) })),
  looks: whole(0),
})

const orderOf = (action: Action) =>
  members<TaskOrder>('what a task does', {
    action: word(keyOfAction(action)),
    keys: record('ids and words by name', text()),
    body: maybe(
      bodyShape(
        action.body?.shape ?? { kind: 'struct', fields: {}, attributeOrder: [] },
        action.body?.isPartial === true,
      ),
    ),
  })
const taskOrder = byWord(
  'what a task does',
  'action',
  Object.fromEntries(
    actions
      .filter(({ task }) => task !== undefined)
      .map((each) => [keyOfAction(each), orderOf(each)] as const),
  ),
)

const pairs = <S extends Shape>(of: S) => list(tuple(id, of))
export const lifeShape = members<LifePairs>('what the world knows', {
  jobs: pairs(livingJob),
  runs: pairs(run),
  restores: pairs(restore),
  startedPlans: pairs(ids),
  chains: pairs(list(point)),
  machines: pairs(members<SpareMachine>('a machine', { server: id, object: workObject })),
  fixedOutcomes: pairs(list(fixedOutcome)),
  orders: pairs(list(order)),
  movesOf: pairs(moves),
  pieces: pairs(piece),
  taskOrders: pairs(taskOrder),
  taskCounts: pairs(whole(0)),
  mountCounts: pairs(whole(0)),
})

const of = <W extends Happening['what'], M extends Members>(what: W, others: M) =>
  members('what happens', { what: word(what), ...others })
const happenings = {
  plan: of('plan', { job: id }),
  due: of('due', { job: id, planned: instant }),
  start: of('start', { job: id }),
  wake: of('wake', { job: id }),
  retry: of('retry', { job: id, after: id, attempt: whole(0), objects: names }),
  enter: of('enter', { type: livingType, id }),
  stage: of('stage', { type: livingType, id, stage: whole(0), isAsked: maybe(truth) }),
  fill: of('fill', { repository: id }),
  expire: of('expire', { backup: id }),
  offline: of('offline', { server: id }),
}
export const agendaShape: ShapeOf<WorldState['agenda']> = list(
  members('an entry of the agenda', {
    at: instant,
    what: byWord('what happens', 'what', happenings),
  }),
)
export const knownRunsShape = list(
  members<KnownRun>('a known run', { id, job: name, from: instant, until: instant }),
)
