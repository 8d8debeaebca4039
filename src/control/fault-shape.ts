import { either, maybe, members, number, text, whole } from '../json/shape.ts'
import { LONGEST, type EffectRule } from './effect.ts'
import { effects, type EffectMembers } from './effects.ts'
import type { FaultState } from './faults.ts'
import type { FaultRule } from './read-fault.ts'

const length = either(
  number(0, 'milliseconds, five minutes at the most', LONGEST),
  text('a length such as "PT2S"', /^[Pp\d]/),
)

/** How long something takes: so long, something between, or log-normal about a median. */
const delayShape = either(
  length,
  members<{ from: number; to: number }>('{"from":…,"to":…}', { from: length, to: length }),
  members<{ median: number; sigma?: number }>('{"median":…,"sigma":0.5}', {
    median: length,
    sigma: maybe(number(0, 'a number from 0 to 5', 5)),
  }),
)

/** The member of each effect, and those that go with it. */
const effectMembers = Object.fromEntries(
  effects
    .flatMap(({ name, shape, with: others = {} }) => [
      [name, shape] as const,
      ...Object.entries(others),
    ])
    .map(([name, shape]) => [name, maybe(shape)]),
) as Readonly<Record<keyof EffectMembers, ReturnType<typeof maybe>>>

/** What happens to a request: one of the effects, and how long it takes. */
const effectShape = members<EffectRule>('an effect', { ...effectMembers, delay: maybe(delayShape) })

const name = text(
  '1 to 100 letters, digits, blanks, dots, dashes and underscores',
  /^[\w .-]{1,100}$/,
)
const rule = {
  when: maybe(text('a filter such as "Operation==JobStart"')),
  effect: effectShape,
  skip: maybe(whole(0)),
  times: maybe(whole(1)),
  probability: maybe(number(Number.MIN_VALUE, 'a number above 0, and 1 at the most', 1)),
} as const

/** A fault rule as programs write it. */
export const faultShape = members<FaultRule>(
  'a fault such as {"name":"busy","when":"Operation==JobStart","effect":{"status":503}}',
  { name: maybe(name), ...rule },
)

/** The same as it is told, with how far it is. */
export const faultStateShape = members<FaultState>('a fault', {
  name,
  ...rule,
  matched: whole(0),
  hits: whole(0),
})
