import { milliseconds } from '../clock/duration.ts'
import { readDuration, sayDuration } from '../clock/read-duration.ts'
import { refuse } from '../model/refusal.ts'

/** What goes wrong with the connection or the bytes of an answer. */
const breaks = ['expireLogon', 'reset', 'empty', 'half', 'garbage', 'stall', 'wrongLength'] as const // prettier-ignore
type Break = (typeof breaks)[number]

/** Milliseconds: anything from one to the other, or log-normal about a median. */
export type Delay =
  | { readonly from: number; readonly to: number }
  | { readonly median: number; readonly sigma: number }

/** What happens to a request. Without `status` and `breaks` it is answered as usual, later. */
export interface Effect {
  readonly delay?: Delay
  /** EM's Error document with this status. */
  readonly status?: number
  readonly message?: string
  readonly breaks?: Break
}

/** An effect as programs write it, and as it is told. */
export type EffectRule = { readonly [B in Break]?: boolean } & {
  /** Of an error; or one of the ways to break an answer. */
  readonly status?: number
  readonly message?: string
  readonly delay?:
    | Length
    | { readonly from: Length; readonly to: Length }
    | { readonly median: Length; readonly sigma?: number }
}
/** Milliseconds, or a text such as `PT2S`. */
type Length = number | string

/** An effect as `readEffect` reads it. */
export const writeEffect = ({ breaks, ...others }: Effect): EffectRule => ({
  ...others,
  ...(breaks !== undefined && { [breaks]: true }),
})

/** Milliseconds. Nobody waits longer. */
export const LONGEST = 300_000

/** An effect, of a rule of the right shape. Throws a 400 refusal for one in which nothing happens, or too much. */
export function readEffect(given: EffectRule): Effect {
  const { status, message, delay } = given
  const asked = breaks.filter((name) => given[name] === true)
  if (asked.length + Number(status !== undefined) > 1)
    throw refuse.badRequest(
      `Found ${[status === undefined ? [] : 'status', asked].flat().join(' and ')}; only one of them can happen to an answer.`,
    )
  if (message !== undefined && status === undefined)
    throw refuse.badRequest(`Found message ${told(message)}; it goes with a status.`)
  const [first] = asked
  if (first === undefined && status === undefined && delay === undefined)
    throw refuse.badRequest(
      'Found an effect in which nothing happens; it is such as {"status":503}, {"delay":"PT2S"} or {"reset":true}.',
    )
  return {
    ...(status !== undefined && { status }),
    ...(message !== undefined && { message: message.slice(0, 10_000) }),
    ...(delay !== undefined && { delay: readDelay(delay) }),
    ...(first !== undefined && { breaks: first }),
  }
}

/** Reads a length of time, a range of them, or a median with its spread. Throws a 400 refusal for what is none. */
export function readDelay(delay: NonNullable<EffectRule['delay']>): Delay {
  if (typeof delay !== 'object') return { from: readLength(delay), to: readLength(delay) }
  if ('median' in delay) return { median: readLength(delay.median), sigma: delay.sigma ?? 0.5 }
  const range = { from: readLength(delay.from), to: readLength(delay.to) }
  if (range.from <= range.to) return range
  throw refuse.badRequest(`Found delay ${told(delay)}; it goes from the shorter to the longer.`)
}

function readLength(given: Length): number {
  const duration = typeof given === 'string' ? readDuration(given) : undefined
  const length = duration === undefined ? given : duration / milliseconds(1)
  if (typeof length === 'number' && length >= 0 && length <= LONGEST) return length
  throw refuse.badRequest(
    `Found ${told(given)} as a length of time; it is a number of milliseconds, or ${sayDuration(String(given))}; five minutes at the most.`,
  )
}

const told = (value: unknown): string => JSON.stringify(value).slice(0, 100)
