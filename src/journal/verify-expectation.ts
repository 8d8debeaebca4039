import { errors } from '../model/api-error.ts'
import type { Selection } from '../query/selection.ts'
import { refuseImpossible, type KnownOperations } from './known-operations.ts'
import { butPreflights, journaled } from './entry.ts'
import { readFilter } from '../query/read-filter.ts'

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

/** What is expected, as a program writes it (`verify` of the operations has its shape). */
export type Expected = ExpectedOne | { readonly expect: readonly ExpectedOne[]; readonly after?: number }
/** One thing that is expected. */
type ExpectedOne =
  | {
      readonly that: string
      readonly exactly?: number
      readonly atLeast?: number
      readonly atMost?: number
      readonly after?: number
    }
  | { readonly inOrder: readonly string[]; readonly after?: number }
  | { readonly onlyThese: readonly string[]; readonly after?: number }

/** More is no expectation of a test, and would take long: filters in all, comparisons in them, and characters. */
const MOST = 100
const MOST_COMPARED = 200
const LONGEST = 20_000

/**
 * Reads what is expected: one thing, or several as `{"expect":[…]}`. Throws a 400 ApiError for what cannot be understood,
 * for what could never be, and for more than is looked for at once.
 */
export function readExpectation(given: Expected, known: KnownOperations): readonly Expectation[] {
  const filters = filtersOf(given)
  const length = sumOf(filters, (filter) => filter.length)
  const compared = length > LONGEST ? 0 : sumOf(filters, comparisonsIn)
  if (filters.length > MOST || length > LONGEST || compared > MOST_COMPARED)
    throw errors.badRequest(
      `Found ${filters.length} filters of ${compared > 0 ? `${compared} comparisons and ` : ''}${length} characters; ${MOST} of ${MOST_COMPARED} and ${LONGEST} are the most at once.`,
    )
  return read(given, known, 0)
}

const sumOf = (filters: readonly string[], of: (filter: string) => number): number =>
  filters.reduce((sum, filter) => sum + of(filter), 0)

/** As many as are joined, which is sooner told than read. */
const comparisonsIn = (filter: string): number => filter.replace(/"[^"]*"/g, '').split(/[;,]/).length

const filtersOf = (given: Expected): readonly string[] =>
  'that' in given
    ? [given.that]
    : 'expect' in given
      ? given.expect.flatMap(filtersOf)
      : 'inOrder' in given
        ? given.inOrder
        : given.onlyThese

function read(given: Expected, known: KnownOperations, after: number): readonly Expectation[] {
  const from = given.after ?? after
  if ('that' in given) return [{ kind: 'count', that: readThat(given.that, known), after: from, ...readBounds(given) }]
  if ('expect' in given) return some('expect', given.expect).flatMap((each) => read(each, known, from))
  const [kind, those] =
    'inOrder' in given ? (['inOrder', given.inOrder] as const) : (['onlyThese', given.onlyThese] as const)
  return [{ kind, those: some(kind, those).map((text) => readThat(text, known)), after: from }]
}

/** A filter over the journal. Throws a 400 ApiError for what is none, and for what no request can meet. */
export function readThat(text: string, known: KnownOperations): That {
  const selection = readFilter(text, journaled)
  refuseImpossible(selection, known, 'so this would never be found')
  return { text, selection: butPreflights(selection) }
}

/** At least once, if nothing is said. */
function readBounds({ exactly, atLeast, atMost }: Extract<Expected, { that: string }>) {
  if (exactly !== undefined && (atLeast !== undefined || atMost !== undefined))
    throw errors.badRequest('Found exactly with atLeast or atMost; it says both already.')
  const most = exactly ?? atMost ?? Infinity
  const least = exactly ?? atLeast ?? (atMost === undefined ? 1 : 0)
  if (least <= most) return { least, most }
  throw errors.badRequest(`Found at least ${least} and at most ${most}, which can never be.`)
}

function some<T>(name: string, all: readonly T[]): readonly T[] {
  if (all.length > 0) return all
  throw errors.badRequest(`Found nothing in ${name}; it is a list of 1 to ${MOST}.`)
}
