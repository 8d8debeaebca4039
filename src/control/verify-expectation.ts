import { nearest, quoteBriefly } from '#grammar'
import { refuse } from '../model/refusal.ts'
import { didYouMean } from '../query/find-name.ts'
import type { Selection } from '../query/selection.ts'
import { journaled } from './entry.ts'
import { readFilter } from './read-filter.ts'

/** A filter, as it was written and what it means. */
export interface That {
  readonly text: string
  readonly selection: Selection
}

/** One thing that is expected of the journal, of what came after an id. */
export type Expectation = { readonly after: number } & (
  | { readonly kind: 'count'; readonly that: That; readonly least: number; readonly most: number }
  | { readonly kind: 'inOrder' | 'onlyThese'; readonly those: readonly That[] }
)

const kinds = ['that', 'inOrder', 'onlyThese', 'expect'] as const
const bounds = ['exactly', 'atLeast', 'atMost'] as const
/** More is no expectation of a test, and would take long. */
const MOST = 100

/**
 * Reads what is expected: one thing, or several as `{"expect":[…]}`. Throws a 400 refusal for what cannot be understood,
 * and for what could never be.
 */
export function readExpectation(given: object, after = 0): readonly Expectation[] {
  const body = given as Readonly<Record<string, unknown>>
  const kind = kinds.filter((each) => body[each] !== undefined)
  const [only] = kind
  if (only === undefined || kind.length > 1) {
    refuseUnknown(body, [...kinds, ...bounds, 'after'])
    throw refuse.badRequest(
      `Found ${kind.length === 0 ? 'nothing that is expected' : kind.join(' and ')}; it is one of ${kinds.join(', ')}, such as {"that":"Operation==JobStart","exactly":1}.`,
    )
  }
  refuseUnknown(body, only === 'that' ? [only, ...bounds, 'after'] : [only, 'after'])
  const from = readNumber(body, 'after') ?? after
  switch (only) {
    case 'that':
      return [{ kind: 'count', that: readThat(body['that']), after: from, ...readBounds(body) }]
    case 'inOrder':
    case 'onlyThese':
      return [{ kind: only, those: listIn(body, only).map(readThat), after: from }]
    case 'expect': {
      const all = listIn(body, only).flatMap((each) => {
        if (typeof each !== 'object' || each === null || 'expect' in each)
          throw refuse.badRequest(
            `Found ${brief(each)} in expect; each is an object with that, inOrder or onlyThese.`,
          )
        return readExpectation(each, from)
      })
      return all
    }
  }
}

/** A filter over the journal. Throws a 400 refusal for what is none. */
export function readThat(given: unknown): That {
  if (typeof given !== 'string' || given.trim() === '')
    throw refuse.badRequest(`Found ${brief(given)}; it is a filter such as Operation==JobStart.`)
  return { text: given, selection: readFilter(given, journaled) }
}

/** A member that is a whole number from 0, if it is there. Throws a 400 refusal for all else. */
export function readNumber(
  body: Readonly<Record<string, unknown>>,
  name: string,
): number | undefined {
  const value = body[name]
  if (value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0))
    return value as number | undefined
  throw refuse.badRequest(`Found ${name} ${brief(value)}; it is a whole number from 0.`)
}

/** Throws a 400 refusal for a member of another name; a misspelt one would do nothing. */
export function refuseUnknown(body: object, known: readonly string[]): void {
  const stray = Object.keys(body).find((name) => !known.includes(name))
  if (stray === undefined) return
  throw refuse.badRequest(
    `Found ${quoteBriefly(stray)}.${didYouMean(nearest(stray, known))} The members are ${known.join(', ')}.`,
  )
}

/** At least once, if nothing is said. */
function readBounds(body: Readonly<Record<string, unknown>>) {
  const [exactly, atLeast, atMost] = bounds.map((name) => readNumber(body, name))
  if (exactly !== undefined && (atLeast !== undefined || atMost !== undefined))
    throw refuse.badRequest('Found exactly with atLeast or atMost; it says both already.')
  const most = exactly ?? atMost ?? Infinity
  const least = exactly ?? atLeast ?? (atMost === undefined ? 1 : 0)
  if (least <= most) return { least, most }
  throw refuse.badRequest(`Found at least ${least} and at most ${most}, which can never be.`)
}

function listIn(body: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const value = body[name]
  if (Array.isArray(value) && value.length > 0 && value.length <= MOST) return value
  throw refuse.badRequest(`Found ${brief(value)} as ${name}; it is a list of 1 to ${MOST}.`)
}

const brief = (value: unknown): string =>
  quoteBriefly(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
