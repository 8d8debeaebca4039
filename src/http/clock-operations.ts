import { FASTEST } from '../clock/clock.ts'
import { list, maybe, members, number, text, whole, word } from '../json/shape.ts'
import { results } from '../life/living.ts'
import { StoryTime, type ClockChange, type ClockSetting, type ClockState, type WorldEvent } from '../life/story-time.ts' // prettier-ignore
import { control, settled, type ControlCall } from './control-operation.ts'
import { orderOutcome, type OrderedOutcome, type OutcomeSetting } from './outcomes.ts'
import { ways, Work, type JobWork, type WorkSetting, type WorkState } from './work.ts'

// Story time, and how work moves in it.

const state = { mode: text(), rate: number(0), now: text() }
const change = {
  ...state,
  events: whole(0),
  happened: list(
    members<WorldEvent>('something that happened', {
      at: text(),
      type: text(),
      id: text(),
      name: text(),
      state: text(),
      result: text(),
    }),
  ),
}
const clockState = members<ClockState>('how story time stands', state)
const clockChange = members<ClockChange>('how story time stands, and what happened', change)

export const readClock = control({
  method: 'GET',
  path: 'clock',
  name: 'readClock',
  says: 'Tells how story time stands.',
  answer: clockState,
  run: ({ house }) => new StoryTime(house).read(),
})

export const setClock = control({
  method: 'PUT',
  path: 'clock',
  name: 'setClock',
  says: 'Changes how story time passes, or what time it is, or both. It does not go back.',
  body: members<ClockSetting>('a setting of the clock', {
    mode: maybe(text('real, frozen, or a speed such as 60x')),
    rate: maybe(number(Number.MIN_VALUE, `a number above 0, and ${FASTEST} at the most`, FASTEST)),
    now: maybe(text('a time such as 2026-01-15T08:00:00Z')),
  }),
  answer: clockChange,
  run: ({ house, body }: ControlCall<ClockSetting>) => new StoryTime(house).set(body),
})

export const advanceClock = control({
  method: 'POST',
  path: 'clock/advance',
  name: 'advanceClock',
  says: 'Lets so much story time pass at once, or goes on to a time.',
  body: members<{ by: string }>('how long, or until when', {
    by: text('a length of time such as PT2H, P31D or 90m, or a time such as 2026-01-15T08:00:00Z'),
  }),
  answer: clockChange,
  run: ({ house, body }: ControlCall<{ readonly by: string }>) =>
    new StoryTime(house).advance(body.by),
})

export const goToNext = control({
  method: 'POST',
  path: 'clock/next',
  name: 'goToNext',
  says: 'Goes on to when the next thing happens.',
  answer: clockChange,
  run: ({ house }) => new StoryTime(house).next(),
})

const way = { moves: word(...ways), reads: maybe(whole(1, 1e6)) }
const jobName = text('the name or the id of a job')
const workState = members<WorkState & { readonly reads?: number }>('how work moves', {
  ...way,
  jobs: list(
    members<JobWork & { readonly reads?: number }>('how work of a job moves', {
      ...way,
      job: text(),
      name: text(),
    }),
  ),
  waiting: whole(0),
})

export const readWork = control({
  method: 'GET',
  path: 'work',
  name: 'readWork',
  says: 'Tells how the work of jobs and tasks moves.',
  answer: workState,
  run: ({ house }) => new Work(house).read(),
})

export const setWork = control({
  method: 'PUT',
  path: 'work',
  name: 'setWork',
  says: 'Has work move otherwise, from the stage that it is in: all of it, or that of a job.',
  body: members<WorkSetting>('a way to move', { ...way, job: maybe(jobName) }),
  answer: workState,
  run: ({ house, body }: ControlCall<WorkSetting>) => new Work(house).set(body),
})

export const stepWork = control({
  method: 'POST',
  path: 'work/step',
  name: 'stepWork',
  says: 'Moves what waits one stage: all of it, or that of a job.',
  body: members<{ job?: string }>('what is to move', { job: maybe(jobName) }),
  isOptional: true,
  answer: members<ClockChange & { readonly waiting: number }>(
    'what happened, and how much waits now',
    { ...change, waiting: whole(0) },
  ),
  run: ({ house, body }: ControlCall<{ readonly job?: string | undefined }>) =>
    new Work(house).step(body.job),
})

const outcome = {
  object: maybe(text('one of the machines that the job works on')),
  result: word(...results),
  reason: maybe(text('what the tasks say of it')),
}

export const orderOutcomes = control({
  method: 'POST',
  path: 'outcomes',
  name: 'orderOutcomes',
  says: "Has a job's next runs end so.",
  body: members<OutcomeSetting>('an outcome', {
    ...outcome,
    job: jobName,
    times: maybe(whole(1, 1e6)),
  }),
  answer: members<OrderedOutcome>('what was understood', {
    ...outcome,
    job: text(),
    name: text(),
    times: whole(1),
  }),
  run: settled(({ house, body }: ControlCall<OutcomeSetting>) => orderOutcome(house.world, body)),
})
