import { either, maybe, members, number, text, truth, whole } from '../json/shape.ts'
import type { ShapeOf, TypeOf } from '../json/shape-of.ts'
import { LONGEST, type EffectRule } from './effect.ts'
import type { FaultState } from './faults.ts'
import type { FaultRule } from './read-fault.ts'

const length = either(
  number(0, 'milliseconds, five minutes at the most', LONGEST),
  text('a length such as "PT2S"', /^[Pp\d]/),
)

/** How long something takes: so long, something between, or log-normal about a median. */
const delayShape = either(
  length,
  members('{"from":…,"to":…}', { from: length, to: length }),
  members('{"median":…,"sigma":0.5}', {
    median: length,
    sigma: maybe(number(0, 'a number from 0 to 5', 5)),
  }),
)

/** What happens to a request: a status, or one of the ways to break an answer, and how long it takes. */
const effectShape = members<EffectRule>('an effect', {
  status: maybe(whole(400, 599, 'the status of an error, from 400 to 599')),
  message: maybe(text()),
  delay: maybe(delayShape),
  expireLogon: maybe(truth),
  reset: maybe(truth),
  empty: maybe(truth),
  half: maybe(truth),
  garbage: maybe(truth),
  stall: maybe(truth),
  wrongLength: maybe(truth),
})

const name = text(
  '1 to 100 letters, digits, blanks, dots, dashes and underscores',
  /^[\w .-]{1,100}$/,
)
const when = text('a filter such as "Operation==JobStart"')
const skip = whole(0)
const rule = {
  when: maybe(when),
  effect: effectShape,
  skip: maybe(skip),
  times: maybe(whole(1)),
  probability: maybe(number(Number.MIN_VALUE, 'a number above 0, and 1 at the most', 1)),
} as const

/** A fault rule as programs write it. */
export const faultShape: ShapeOf<FaultRule> = members(
  'a fault such as {"name":"busy","when":"Operation==JobStart","effect":{"status":503}}',
  { name: maybe(name), ...rule },
)

const state = { matched: whole(0), hits: whole(0) }

/** The same as it is told, with how far it is. */
export const faultStateShape: ShapeOf<FaultState> = members('a fault', {
  name,
  ...rule,
  when,
  skip,
  ...state,
})

/** The same as a dump has it, which a person may have written. */
export const keptFaultShape = members('a fault', { name, ...rule, ...state })
export type KeptFault = TypeOf<typeof keptFaultShape>
