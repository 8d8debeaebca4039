import { parseFilter, printFilter, type Comparison, type Expression } from '#grammar'
import { nearest } from '../words/nearest.ts'
import { bind } from '../query/bind.ts'
import { findName } from '../query/find-name.ts'
import { select } from '../query/select.ts'
import { shapeOf } from '../store/key.ts'
import type { Table } from '../store/table.ts'
import { writeInstant } from '../clock/instant.ts'
import { journaled, type EntryRow } from './entry.ts'

/** A request that was nearly what was looked for. */
export interface Near {
  readonly row: EntryRow
  /** `status was 409, not status==202`. */
  readonly differs: string
}

const MOST = 3
/** Comparisons of a filter that is nearly met; of more, each entry would have to be held against each. */
const MOST_COMPARED = 20

/**
 * The entries after an id that meet all comparisons of a filter but one, newest first; where a filter is one comparison
 * only, those whose value is spelled nearly so.
 */
export function nearMisses(text: string, table: Table<EntryRow>, after: number): readonly Near[] {
  const parsed = parseFilter(text)
  if (!parsed.ok) return []
  const { expression } = parsed
  if (comparisonsIn(expression) > MOST_COMPARED) return []
  const missed = missesOf(expression, table)
  const near: Near[] = []
  for (const row of [...table].reverse()) {
    if (row.number <= after || near.length === MOST) break
    const misses = missed(table.position(row.id) ?? -1)
    const [miss] = misses
    if (miss === undefined || misses.length > 1) continue
    if (expression.kind === 'comparison' && !isSpelledNearly(miss, row)) continue
    near.push({ row, differs: `${nameOf(miss)} was ${shown(miss, row)}, not ${printFilter(miss)}` })
  }
  return near
}

function comparisonsIn(expression: Expression): number {
  switch (expression.kind) {
    case 'comparison':
      return 1
    case 'allOf':
      return expression.all.reduce((sum, each) => sum + comparisonsIn(each), 0)
    case 'anyOf':
      return expression.any.reduce((sum, each) => sum + comparisonsIn(each), 0)
  }
}

type Missed = (position: number) => readonly Comparison[]

/** Which comparisons an entry would have to meet besides, the fewest. */
function missesOf(expression: Expression, table: Table<EntryRow>): Missed {
  switch (expression.kind) {
    case 'comparison': {
      const bound = bind(expression, journaled)
      const met = bound.ok ? select(table, bound.selection) : undefined
      return (position) => (met?.has(position) === true ? [] : [expression])
    }
    case 'allOf': {
      const all = expression.all.map((each) => missesOf(each, table))
      return (position) => all.flatMap((missed) => missed(position))
    }
    case 'anyOf': {
      const any = expression.any.map((each) => missesOf(each, table))
      return (position) =>
        any
          .map((missed) => missed(position))
          .reduce((least, each) => (each.length < least.length ? each : least))
    }
  }
}

const isSpelledNearly = (comparison: Comparison, row: EntryRow): boolean =>
  comparison.operator === '==' &&
  nearest(comparison.value.text, [shown(comparison, row)]) !== undefined

const known = ({ name }: Comparison) => {
  const found = findName(name.text, journaled, name)
  return 'code' in found ? undefined : found
}

const nameOf = (comparison: Comparison): string => known(comparison)?.name ?? ''

function shown(comparison: Comparison, row: EntryRow): string {
  const source = known(comparison)?.source
  if (source?.of !== 'member') return 'absent'
  const value = (row as unknown as Readonly<Record<string, unknown>>)[source.member]
  if (typeof value === 'number')
    return shapeOf(source, journaled).kind === 'moment' ? writeInstant(value) : String(value)
  return typeof value === 'string' ? value : 'absent'
}
