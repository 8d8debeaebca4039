import { integer, named, number, object, optional, string, union } from '../json-schema/shape.ts'
import type { ShapeOf, TypeOf } from '../json-schema/shape-of.ts'
import { LONGEST, type EffectRule } from './effect.ts'
import { effectMembers } from './effects.ts'
import type { FaultState } from './faults.ts'
import type { FaultRule } from './read-fault.ts'

const length = union(
  number(0, 'milliseconds, five minutes at the most', LONGEST),
  string('a length such as "PT2S"', /^[Pp\d]/),
)

/** How long something takes: so long, something between, or log-normal about a median. */
const delayShape = union(
  length,
  object('{"from":…,"to":…}', { from: length, to: length }),
  object('{"median":…,"sigma":0.5}', {
    median: length,
    sigma: optional(number(0, 'a number from 0 to 5', 5)),
  }),
)

/** What happens to a request: one of the effects, and how long it takes. */
const effectShape = object<EffectRule>('an effect', {
  ...effectMembers,
  delay: optional(delayShape),
})

const name = string('1 to 100 letters, digits, blanks, dots, dashes and underscores', /^[\w .-]{1,100}$/)
const when = string('a filter such as "Operation==JobStart"')
const skip = integer(0)
const rule = {
  when: optional(when),
  effect: effectShape,
  skip: optional(skip),
  times: optional(integer(1)),
  probability: optional(number(Number.MIN_VALUE, 'a number above 0, and 1 at the most', 1)),
} as const

/** A fault rule as programs write it. */
export const faultShape: ShapeOf<FaultRule> = object(
  'a fault such as {"name":"busy","when":"Operation==JobStart","effect":{"status":503}}',
  { name: optional(name), ...rule },
)

const state = { matched: integer(0), hits: integer(0) }

/** The same as it is told, with how far it is. */
export const faultStateShape: ShapeOf<FaultState> = named(
  'FaultState',
  object('a fault', {
    name,
    ...rule,
    when,
    skip,
    ...state,
  }),
)

/** The same as a dump has it, which a person may have written. */
export const keptFaultShape = object('a fault', { name, ...rule, ...state })
export type KeptFault = TypeOf<typeof keptFaultShape>
