import { nearest } from '#grammar'
import { milliseconds } from '../clock/duration.ts'
import { readDuration } from '../clock/read-duration.ts'
import { didYouMean } from '../query/find-name.ts'
import { refuse } from '../model/refusal.ts'

/** What goes wrong with the connection or the bytes of an answer. */
const breaks = ['expireLogon', 'reset', 'empty', 'half', 'garbage', 'stall', 'wrongLength'] as const // prettier-ignore
export type Break = (typeof breaks)[number]

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

/** Milliseconds. Nobody waits longer. */
export const LONGEST = 300_000

const members = ['status', 'message', 'delay', ...breaks] as const

/** Reads an effect as JSON has it. Throws a 400 refusal for what is none. */
export function readEffect(given: unknown): Effect {
  const example = 'such as {"status":503}, {"delay":"PT2S"} or {"reset":true}'
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw refuse.badRequest(`Found effect ${told(given)}; it is an object ${example}.`)
  const { status, message, delay } = given as Readonly<Record<string, unknown>>
  for (const name of Object.keys(given))
    if (!members.some((known) => known === name)) {
      const near = nearest(name, members)
      throw refuse.badRequest(
        `Found "${name.slice(0, 100)}" in effect.${didYouMean(near)} It has one of status, ${breaks.join(', ')}, and delay.`,
      )
    }
  const asked = breaks.filter((name) => name in given)
  for (const name of asked)
    if ((given as Readonly<Record<string, unknown>>)[name] !== true)
      throw refuse.badRequest(`Found ${name} that is not true; leave it out or say true.`)
  if (asked.length + Number(status !== undefined) > 1)
    throw refuse.badRequest(
      `Found ${[status === undefined ? [] : 'status', asked].flat().join(' and ')}; only one of them can happen to an answer.`,
    )
  if (message !== undefined && (typeof message !== 'string' || status === undefined))
    throw refuse.badRequest(`Found message ${told(message)}; it is a text that goes with a status.`)
  const [first] = asked
  if (first === undefined && status === undefined && delay === undefined)
    throw refuse.badRequest(`Found an effect in which nothing happens; it is ${example}.`)
  return {
    ...(status !== undefined && { status: readStatus(status) }),
    ...(message !== undefined && { message: message.slice(0, 10_000) }),
    ...(delay !== undefined && { delay: readDelay(delay) }),
    ...(first !== undefined && { breaks: first }),
  }
}

/** Throws a 400 refusal for what is no status of an error. */
export function readStatus(given: unknown): number {
  if (typeof given === 'number' && Number.isInteger(given) && given >= 400 && given <= 599)
    return given
  throw refuse.badRequest(`Found status ${told(given)}; it is that of an error, from 400 to 599.`)
}

/** Reads a length of time, a range of them, or a median with its spread. Throws a 400 refusal for what is none. */
export function readDelay(given: unknown): Delay {
  if (typeof given !== 'object' || given === null) {
    const length = readLength(given)
    return { from: length, to: length }
  }
  const { from, to, median, sigma, ...others } = given as Readonly<Record<string, unknown>>
  if (Object.keys(others).length === 0) {
    if (median !== undefined && from === undefined && to === undefined) {
      if (sigma !== undefined && !(typeof sigma === 'number' && sigma >= 0 && sigma <= 5))
        throw refuse.badRequest(`Found sigma ${told(sigma)}; it is a number from 0 to 5.`)
      return { median: readLength(median), sigma: sigma ?? 0.5 }
    }
    if (from !== undefined && to !== undefined && median === undefined && sigma === undefined) {
      const range = { from: readLength(from), to: readLength(to) }
      if (range.from <= range.to) return range
    }
  }
  throw refuse.badRequest(
    `Found delay ${told(given)}; it is a length such as 800 or "PT2S", {"from":…,"to":…} in that order, or {"median":…,"sigma":0.5}.`,
  )
}

function readLength(given: unknown): number {
  const duration = typeof given === 'string' ? readDuration(given) : undefined
  const length = duration === undefined ? given : duration / milliseconds(1)
  if (typeof length === 'number' && length >= 0 && length <= LONGEST) return length
  throw refuse.badRequest(
    `Found ${told(given)} as a length of time; it is a number of milliseconds, or a text such as PT2S; five minutes at the most.`,
  )
}

export const told = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 100)
