import { select } from '../query/select.ts'
import type { Table } from '../store/table.ts'
import type { Askable } from './askable.ts'
import type { EntryRow, EntryView } from './entry.ts'
import {
  readExpectation,
  type Expectation,
  type Expected,
  type That,
} from './verify-expectation.ts'
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
  table(): Table<EntryRow>
  view(row: EntryRow): EntryView
  droppedAfter(id: number): number
}

const MOST_TOLD = 5

/** Whether what is expected was asked. Throws a 400 refusal for what cannot be understood, and for what no request can meet. */
export function verify(journal: Asked, given: Expected, askable: Askable): Verdict {
  const checks = readExpectation(given, askable).map((each) => check(journal, each))
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
      ...nearest.map(
        ({ id, method, path, status, differs }) =>
          `  #${id} ${method} ${path} → ${status}: ${differs}`,
      ),
    ])
    .join('\n')
}

function check(journal: Asked, expectation: Expectation): Check {
  switch (expectation.kind) {
    case 'count':
      return checkCount(journal, expectation)
    case 'inOrder':
      return checkOrder(journal, expectation)
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
): Check {
  const rows = rowsThat(journal, that, after)
  const found = rows.length
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
    matched: idsOf(rows),
    nearest: found >= least ? [] : nearTo(journal, that, after),
  }
}

/** Each is met by an entry after that which met the one before; others may stand between. */
function checkOrder(journal: Asked, { those, after }: OfSeveral): Check {
  const path: EntryRow[] = []
  for (const that of those) {
    const last = path.at(-1)?.number ?? after
    const next = rowsThat(journal, that, after).find(({ number }) => number > last)
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
    : `In order: found ${path.length} of ${those.length}; no ${missing.text}${before === undefined ? '' : ` after ${before.text} (#${path.at(-1)?.number ?? 0})`}`
  return {
    ok,
    certain,
    that: those.map(({ text }) => text),
    expected: 'in this order',
    found: path.length,
    says: certain ? `${told}.` : sayUncertain(told, dropped),
    matched: idsOf(path),
    nearest: ok ? [] : nearTo(journal, missing, path.at(-1)?.number ?? after),
  }
}

function checkOnly(journal: Asked, { those, after }: OfSeveral): Check {
  const met = new Set(those.flatMap((that) => rowsThat(journal, that, after)))
  const strays = [...journal.table()].filter(
    (row) => row.number > after && row.entry.preflight !== true && !met.has(row),
  )
  const dropped = journal.droppedAfter(after)
  const ok = strays.length === 0 && dropped === 0
  const certain = ok || strays.length > 0
  const told = `Only ${those.map(({ text }) => text).join(' or ')}: found ${strays.length} others`
  return {
    ok,
    certain,
    that: those.map(({ text }) => text),
    expected: 'none other',
    found: strays.length,
    says: certain ? `${told}.` : sayUncertain(told, dropped),
    matched: idsOf([...met]),
    nearest: strays.slice(0, MOST_TOLD).map((row) => ({
      ...journal.view(row),
      differs: `is none of these${typeof row.entry.operation === 'string' ? ` (${row.entry.operation})` : ''}`,
    })),
  }
}

const rowsThat = (journal: Asked, { selection }: That, after: number): readonly EntryRow[] => {
  const table = journal.table()
  return table.rowsAt(select(table, selection).slice()).filter(({ number }) => number > after)
}

const nearTo = (journal: Asked, { text }: That, after: number): Check['nearest'] =>
  nearMisses(text, journal.table(), after).map(({ row, differs }) => ({
    ...journal.view(row),
    differs,
  }))

const idsOf = (rows: readonly EntryRow[]): readonly number[] =>
  rows.slice(0, MOST_TOLD).map(({ number }) => number)

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
