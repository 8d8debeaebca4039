import { FASTEST } from '../clock/clock.ts'
import { array, enumeration, integer, named, number, object, optional, string } from '../json-schema/shape.ts'
import type { ShapeOf } from '../json-schema/shape-of.ts'
import { results } from '../simulation/jobs/job-model.ts'
import {
  ClockControl,
  type ClockChange,
  type ClockSetting,
  type ClockState,
  type WorldEvent,
} from '../simulation/core/clock-control.ts'
import { control, caughtUp, type ControlCall } from './control-operation.ts'
import { orderOutcome, type OrderedOutcome, type OutcomeSetting } from './outcomes.ts'
import { ways, WorkControl, type WorkSetting, type WorkState } from './work.ts'

// Simulated time, and how work moves in it.

const state = { mode: string(), rate: number(0), now: string() }
const change = {
  ...state,
  events: integer(0),
  happened: array(
    object<WorldEvent>('something that happened', {
      at: string(),
      type: string(),
      id: string(),
      name: string(),
      state: string(),
      result: string(),
    }),
  ),
}
const clockState: ShapeOf<ClockState> = named('ClockState', object('how simulated time stands', state))
const clockChange: ShapeOf<ClockChange> = named(
  'ClockChange',
  object('how simulated time stands, and what happened', change),
)

export const readClock = control({
  method: 'GET',
  path: 'clock',
  name: 'readClock',
  description: 'Tells how simulated time stands.',
  handle: 'clock.read',
  example: {},
  answer: clockState,
  run: ({ world }) => new ClockControl(world).read(),
})

export const setClock = control({
  method: 'PUT',
  path: 'clock',
  name: 'setClock',
  description: 'Changes how simulated time passes, or what time it is, or both. It does not go back.',
  handle: 'clock.set',
  takes: [{ name: 'setting', of: 'body' }],
  body: named(
    'ClockSetting',
    object<ClockSetting>('a setting of the clock', {
      mode: optional(string('real, frozen, or a speed such as 60x')),
      rate: optional(number(Number.MIN_VALUE, `a number above 0, and ${FASTEST} at the most`, FASTEST)),
      now: optional(string('a time such as 2026-01-15T08:00:00Z')),
    }),
  ),
  example: { body: { now: '2026-01-15T09:00:00Z' } },
  answer: clockChange,
  run: ({ world, body }) => new ClockControl(world).set(body),
})

export const advanceClock = control({
  method: 'POST',
  path: 'clock/advance',
  name: 'advanceClock',
  grows: true,
  description: 'Lets so much simulated time pass at once, or goes on to a time.',
  handle: 'clock.advance',
  takes: ['by'],
  body: object('how long, or until when', {
    by: string('a length of time such as PT2H, P31D or 90m, or a time such as 2026-01-15T08:00:00Z'),
  }),
  example: { body: { by: 'PT2H' } },
  answer: clockChange,
  run: ({ world, body }) => new ClockControl(world).advance(body.by),
})

export const goToNext = control({
  method: 'POST',
  path: 'clock/next',
  name: 'goToNext',
  grows: true,
  description: 'Goes on to when the next thing happens.',
  handle: 'clock.next',
  example: {},
  answer: clockChange,
  run: ({ world }) => new ClockControl(world).next(),
})

const way = { moves: enumeration(...ways), reads: optional(integer(1, 1e6)) }
const jobName = string('the name or the id of a job')
const workState: ShapeOf<WorkState> = named(
  'WorkState',
  object('how work moves', {
    ...way,
    jobs: array(object('how work of a job moves', { ...way, job: string(), name: string() })),
    waiting: integer(0),
  }),
)
const workSetting: ShapeOf<WorkSetting> = named(
  'WorkSetting',
  object('a way to move', {
    ...way,
    job: optional(jobName),
  }),
)

export const readWork = control({
  method: 'GET',
  path: 'work',
  name: 'readWork',
  description: 'Tells how the work of jobs and tasks moves.',
  handle: 'work.read',
  example: { after: ['setWork'] },
  answer: workState,
  run: ({ world }) => new WorkControl(world).read(),
})

export const setWork = control({
  method: 'PUT',
  path: 'work',
  name: 'setWork',
  description: 'Has work move otherwise, from the stage that it is in: all of it, or that of a job.',
  handle: 'work.set',
  takes: [{ name: 'setting', of: 'body' }],
  body: workSetting,
  example: { body: { moves: 'reads', reads: 2, job: 'Backup Job 1' } },
  answer: workState,
  run: ({ world, body }) => new WorkControl(world).set(body),
})

export const stepWork = control({
  method: 'POST',
  path: 'work/step',
  name: 'stepWork',
  grows: true,
  description: 'Moves what waits one stage: all of it, or that of a job.',
  handle: 'work.step',
  takes: ['job'],
  body: object('what is to move', { job: optional(jobName) }),
  isOptional: true,
  example: { after: ['setWork'], body: { job: 'Backup Job 1' } },
  answer: named(
    'ClockChange & { readonly waiting: number }',
    object('what happened, and how much waits now', { ...change, waiting: integer(0) }),
  ),
  run: ({ world, body }) => new WorkControl(world).step(body.job),
})

const outcome = {
  object: optional(string('one of the machines that the job works on')),
  result: enumeration(...results),
  reason: optional(string('what the tasks say of it')),
}

const outcomeSetting: ShapeOf<OutcomeSetting> = named(
  'OutcomeSetting',
  object('an outcome', {
    ...outcome,
    job: jobName,
    times: optional(integer(1, 1e6)),
  }),
)
const orderedOutcome: ShapeOf<OrderedOutcome> = named(
  'OrderedOutcome',
  object('what was understood', {
    ...outcome,
    job: string(),
    name: string(),
    times: integer(1),
  }),
)

export const orderOutcomes = control({
  method: 'POST',
  path: 'outcomes',
  name: 'orderOutcomes',
  grows: true,
  description: "Has a job's next runs end so.",
  handle: 'outcomes.set',
  takes: [{ name: 'setting', of: 'body' }],
  body: outcomeSetting,
  example: { body: { job: 'Backup Job 1', result: 'Failed', times: 2 } },
  answer: orderedOutcome,
  run: caughtUp(({ world, body }: ControlCall<OutcomeSetting>) => orderOutcome(world.simulation, body)),
})
