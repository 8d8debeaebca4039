import { select } from '../query/select.ts'
import { BitSet } from '../store/bit-set.ts'
import type { KnownOperations } from './known-operations.ts'
import { butPreflights, type EntryRow, type EntryView } from './entry.ts'
import type { EntryTable } from './entry-table.ts'
import { readExpectation, type Expectation, type Expected, type That } from './verify-expectation.ts'
import { nearMisses } from './verify-nearest.ts'

/** What came of one expectation. */
export interface Check {
  readonly ok: boolean
  /** False if entries were dropped that the answer would hang on; it is not ok then. */
  readonly certain: boolean
  readonly that: string | readonly string[]
  /** In words, such as `exactly 1`. */
  readonly expected: string
  readonly found: number
  readonly says: string
  /** Ids of the first entries that were found. */
  readonly matched: readonly number[]
  /** Entries that were nearly what was looked for, and those that were not to be. */
  readonly nearest: readonly (EntryView & { readonly differs: string })[]
}

export interface Verdict {
  readonly ok: boolean
  readonly certain: boolean
  readonly checks: readonly Check[]
}

/** What the journal is to those who ask it. */
export interface Asked {
  table(): EntryTable
  view(row: EntryRow): EntryView
  droppedAfter(id: number): number
}

const MOST_TOLD = 5
/** So many of what was expected in vain are told with what was nearly so. */
const MOST_NEAR = 5

/** Whether what is expected was asked. Throws a 400 ApiError for what cannot be understood, and for what no request can meet. */
export function verify(journal: Asked, given: Expected, known: KnownOperations): Verdict {
  let missed = 0
  const checks = readExpectation(given, known).map((each) => {
    const checked = check(journal, each, missed < MOST_NEAR ? nearTo : () => [])
    if (!checked.ok) missed++
    return checked
  })
  return {
    ok: checks.every(({ ok }) => ok),
    certain: checks.every(({ certain }) => certain),
    checks,
  }
}

/** What differs, for people, in several lines. */
export function sayVerdict({ checks }: Verdict): string {
  return checks
    .filter(({ ok }) => !ok)
    .flatMap(({ says, nearest }) => [
      says,
      ...nearest.map(({ id, method, path, status, differs }) => `  #${id} ${method} ${path} → ${status}: ${differs}`),
    ])
    .join('\n')
}

function check(journal: Asked, expectation: Expectation, near: typeof nearTo): Check {
  switch (expectation.kind) {
    case 'count':
      return checkCount(journal, expectation, near)
    case 'inOrder':
      return checkOrder(journal, expectation, near)
    case 'onlyThese':
      return checkOnly(journal, expectation)
  }
}

type Of<K> = Extract<Expectation, { readonly kind: K }>
type OfSeveral = Exclude<Expectation, { readonly kind: 'count' }>

/** Whether so many entries were found. */
export function checkCount(
  journal: Asked,
  { that, least, most, after }: Omit<Of<'count'>, 'kind'>,
  near = nearTo,
): Check {
  const table = journal.table()
  const matches = matchesOf(table, that, after)
  const found = matches.count()
  const dropped = journal.droppedAfter(after)
  const ok = found >= least && found + dropped <= most
  const certain = ok || found > most || found + dropped < least
  const expected = sayBounds(least, most)
  const told = `${that.text}: expected ${expected}, found ${found}`
  return {
    ok,
    certain,
    that: that.text,
    expected,
    found,
    says: certain ? `${told}.` : sayUncertain(told, dropped),
    matched: firstIds(table, matches),
    nearest: found >= least ? [] : near(journal, that, after),
  }
}

/** Each is met by an entry after that which met the one before; others may stand between. */
function checkOrder(journal: Asked, { those, after }: OfSeveral, near: typeof nearTo): Check {
  const table = journal.table()
  const path: number[] = []
  for (const that of those) {
    const [next] = firstIds(table, matchesOf(table, that, path.at(-1) ?? after))
    if (next === undefined) break
    path.push(next)
  }
  const missing = those[path.length]
  const dropped = journal.droppedAfter(after)
  const ok = missing === undefined
  const certain = ok || dropped === 0
  const before = those[path.length - 1]
  const told = ok
    ? 'All in order'
    : `In order: found ${path.length} of ${those.length}; no ${missing.text}${before === undefined ? '' : ` after ${before.text} (#${path.at(-1) ?? 0})`}`
  return {
    ok,
    certain,
    that: those.map(({ text }) => text),
    expected: 'in this order',
    found: path.length,
    says: certain ? `${told}.` : sayUncertain(told, dropped),
    matched: path.slice(0, MOST_TOLD),
    nearest: ok ? [] : near(journal, missing, path.at(-1) ?? after),
  }
}

function checkOnly(journal: Asked, { those, after }: OfSeveral): Check {
  const table = journal.table()
  const met = new BitSet()
  for (const that of those) met.or(matchesOf(table, that, after))
  const strays = select(table, butPreflights(undefined))
  strays.and(table.after(after))
  strays.andNot(met)
  const found = strays.count()
  const dropped = journal.droppedAfter(after)
  const ok = found === 0 && dropped === 0
  const certain = ok || found > 0
  const told = `Only ${those.map(({ text }) => text).join(' or ')}: found ${found} others`
  return {
    ok,
    certain,
    that: those.map(({ text }) => text),
    expected: 'none other',
    found,
    says: certain ? `${told}.` : sayUncertain(told, dropped),
    matched: firstIds(table, met),
    nearest: table.rowsAt(strays.slice(0, MOST_TOLD)).map((row) => ({
      ...journal.view(row),
      differs: `is none of these${typeof row.entry.operation === 'string' ? ` (${row.entry.operation})` : ''}`,
    })),
  }
}

/** Where the entries after an id stand that a filter finds. */
function matchesOf(table: EntryTable, { selection }: That, after: number): BitSet {
  const matches = select(table, selection)
  matches.and(table.after(after))
  return matches
}

const nearTo = (journal: Asked, { text }: That, after: number): Check['nearest'] =>
  nearMisses(text, journal.table(), after).map(({ row, differs }) => ({
    ...journal.view(row),
    differs,
  }))

const firstIds = (table: EntryTable, matches: BitSet): readonly number[] =>
  matches.slice(0, MOST_TOLD).map((position) => table.numberAt(position))

const sayBounds = (least: number, most: number): string =>
  least === most
    ? `exactly ${least}`
    : most === Infinity
      ? `at least ${least}`
      : least === 0
        ? `at most ${most}`
        : `${least} to ${most}`

const sayUncertain = (told: string, dropped: number): string =>
  `${told} among those kept, but ${dropped} earlier ones were dropped, so that it cannot be told. Clear the journal before (DELETE /_mock/requests), or ask GET /_mock/counts, which drops nothing.`
