import { nearest } from '../../text/nearest.ts'
import { readEffect, type Effect } from '../../faults/effect.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { errors } from '../../model/api-error.ts'

/** What a request asks to happen to itself. */
export interface Preferred {
  readonly effect: Effect
  /** As `Preference-Applied` says it. */
  readonly applied: string
}

const known = ['mock-status', 'mock-delay', 'mock-drop'] as const

/**
 * Reads a Prefer header (RFC 7240): `mock-status=503`, `mock-delay=800` or `mock-delay=PT2S`, `mock-drop`; others are
 * none of ours. Throws a 400 ApiError for one of ours that is none.
 */
export function readPrefer(header: string): Preferred | undefined {
  const found = new Map<string, string>()
  for (const each of header.split(/[,;]/)) {
    const [name = '', ...rest] = each.split('=')
    const word = name.trim().toLowerCase()
    if (!word.startsWith('mock-')) continue
    const near = nearest(word, known)
    if (!known.some((name) => name === word))
      throw errors.badRequest(
        `Found Prefer: ${word.slice(0, 100)}.${didYouMean(near)} There are mock-status=503, mock-delay=800 and mock-drop.`,
      )
    if (!found.has(word))
      found.set(
        word,
        rest
          .join('=')
          .trim()
          .replace(/^"(.*)"$/, '$1'),
      )
  }
  if (found.size === 0) return undefined
  const status = found.get('mock-status')
  const delay = found.get('mock-delay')
  return {
    effect: readEffect({
      ...(status !== undefined && { status: readStatus(status) }),
      ...(delay !== undefined && { delay: /^\d+$/.test(delay) ? Number(delay) : delay }),
      // What has a status is answered.
      ...(found.has('mock-drop') && status === undefined && { empty: true }),
    }),
    applied: [...found].map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join(', '),
  }
}

function readStatus(given: string): number {
  if (/^[45]\d\d$/.test(given)) return Number(given)
  throw errors.badRequest(`Found mock-status=${given.slice(0, 100)}; it is the status of an error, from 400 to 599.`)
}
