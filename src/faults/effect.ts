import { milliseconds } from '../clock/duration.ts'
import { readDuration, sayDuration } from '../clock/read-duration.ts'
import { errors } from '../model/api-error.ts'
import { effects, type EffectMembers } from './effects.ts'
import type { EffectKind, Given } from './effects/effect-kind.ts'

/** Milliseconds: anything from one to the other, or log-normal about a median. */
export type Delay = { readonly from: number; readonly to: number } | { readonly median: number; readonly sigma: number }

/** What happens to a request. Without `does` it is answered as usual, later. */
export interface Effect {
  readonly delay?: Delay
  readonly does?: { readonly kind: EffectKind; readonly given: Given }
}

/** An effect as programs write it, and as it is told: one of the ways to go wrong, a delay, or both. */
export interface EffectRule extends EffectMembers {
  readonly delay?:
    Length | { readonly from: Length; readonly to: Length } | { readonly median: Length; readonly sigma?: number }
}
/** Milliseconds, or a text such as `PT2S`. */
type Length = number | string

/** An effect as `readEffect` reads it. */
export const writeEffect = ({ delay, does }: Effect): EffectRule => ({
  ...does?.given,
  ...(delay !== undefined && { delay }),
})

/** Milliseconds. Nobody waits longer. */
export const LONGEST = 300_000

/** An effect, of a rule of the right shape. Throws a 400 ApiError for one in which nothing happens, or too much. */
export function readEffect(rule: EffectRule): Effect {
  const { delay, ...members } = rule
  const given: Given = Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== false),
  )
  const asked = effects.filter(({ name }) => name in given)
  if (asked.length > 1)
    throw errors.badRequest(
      `Found ${asked.map(({ name }) => name).join(' and ')}; only one of them can happen to an answer.`,
    )
  const [kind] = asked
  for (const other of effects)
    for (const name of Object.keys(other.with ?? {}))
      if (name in given && other !== kind)
        throw errors.badRequest(`Found ${name} ${told(given[name])}; it goes with a ${other.name}.`)
  if (kind === undefined && delay === undefined)
    throw errors.badRequest(
      'Found an effect in which nothing happens; it is such as {"status":503}, {"delay":"PT2S"} or {"reset":true}.',
    )
  return {
    ...(kind !== undefined && { does: { kind, given } }),
    ...(delay !== undefined && { delay: readDelay(delay) }),
  }
}

/** Reads a length of time, a range of them, or a median with its spread. Throws a 400 ApiError for what is none. */
function readDelay(delay: NonNullable<EffectRule['delay']>): Delay {
  if (typeof delay !== 'object') return { from: readLength(delay), to: readLength(delay) }
  if ('median' in delay) return { median: readLength(delay.median), sigma: delay.sigma ?? 0.5 }
  const range = { from: readLength(delay.from), to: readLength(delay.to) }
  if (range.from <= range.to) return range
  throw errors.badRequest(`Found delay ${told(delay)}; it goes from the shorter to the longer.`)
}

function readLength(given: Length): number {
  const duration = typeof given === 'string' ? readDuration(given) : undefined
  const length = duration === undefined ? given : duration / milliseconds(1)
  if (typeof length === 'number' && length >= 0 && length <= LONGEST) return length
  throw errors.badRequest(
    `Found ${told(given)} as a length of time; it is a number of milliseconds, or ${sayDuration(String(given))}; five minutes at the most.`,
  )
}

const told = (value: unknown): string => JSON.stringify(value).slice(0, 100)
