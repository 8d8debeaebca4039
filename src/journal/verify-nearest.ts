import { parseFilter, printFilter, type Comparison, type Expression } from '#grammar'
import { nearest } from '../text/nearest.ts'
import { bind } from '../query/bind.ts'
import { findName } from '../query/find-name.ts'
import { select } from '../query/select.ts'
import { BitSet } from '../store/bit-set.ts'
import { shapeOf } from '../store/key.ts'
import { writeInstant } from '../clock/instant.ts'
import { journaled, type EntryRow } from './entry.ts'
import type { EntryTable } from './entry-table.ts'

/** A request that was nearly what was looked for. */
export interface Near {
  readonly row: EntryRow
  /** `status was 409, not status==202`. */
  readonly differs: string
}

const MOST = 3
/** Comparisons of a filter that is nearly met; what misses one of more says little. */
const MOST_COMPARED = 20
/** The newest entries among which a value is looked for that is spelled nearly as the one asked for. */
const MOST_SPELLED = 500

/**
 * The entries after an id that meet all comparisons of a filter but one, newest first; where a filter is one comparison
 * only, those whose value is spelled most nearly so.
 */
export function nearMisses(text: string, table: EntryTable, after: number): readonly Near[] {
  const parsed = parseFilter(text)
  if (!parsed.ok) return []
  const { expression } = parsed
  if (comparisonsIn(expression) > MOST_COMPARED) return []
  const { once, missAt } = lookAt(expression, table, table.after(after))
  const found =
    expression.kind === 'comparison' ? spelledNearly(expression, table, newest(once, MOST_SPELLED)) : newest(once, MOST)
  return table.rowsAt(found.slice(0, MOST)).map((row, at) => {
    const miss = missAt(found[at] ?? 0)
    return { row, differs: `${nameOf(miss)} was ${shown(miss, row)}, not ${printFilter(miss)}` }
  })
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

/** Where entries meet an expression, where they would meet it but for one comparison, and which it is there. */
interface Look {
  readonly met: BitSet
  readonly once: BitSet
  readonly missAt: (position: number) => Comparison
}

function lookAt(expression: Expression, table: EntryTable, live: BitSet): Look {
  switch (expression.kind) {
    case 'comparison': {
      const bound = bind(expression, journaled)
      const met = bound.ok ? select(table, bound.selection) : new BitSet()
      met.and(live)
      return { met, once: without(live, met), missAt: () => expression }
    }
    case 'allOf': {
      const all = expression.all.map((each) => lookAt(each, table, live))
      const met = live.copy()
      const once = new BitSet()
      for (const each of all) {
        once.and(each.met)
        const nowOnce = met.copy()
        nowOnce.and(each.once)
        once.or(nowOnce)
        met.and(each.met)
      }
      return { met, once, missAt: missIn(all, (each, position) => !each.met.has(position)) }
    }
    case 'anyOf': {
      const any = expression.any.map((each) => lookAt(each, table, live))
      const met = new BitSet()
      const once = new BitSet()
      for (const each of any) {
        met.or(each.met)
        once.or(each.once)
      }
      return {
        met,
        once: without(once, met),
        missAt: missIn(any, (each, position) => each.once.has(position)),
      }
    }
  }
}

function without(bits: BitSet, others: BitSet): BitSet {
  const rest = bits.copy()
  rest.andNot(others)
  return rest
}

const missIn =
  (parts: readonly Look[], isMissed: (part: Look, position: number) => boolean) =>
  (position: number): Comparison => {
    const missed = parts.find((part) => isMissed(part, position))
    if (missed === undefined) throw new Error(`impossible: nothing is missed at ${position}`)
    return missed.missAt(position)
  }

/** The last positions, the last one first. */
const newest = (bits: BitSet, count: number): readonly number[] =>
  bits.slice(Math.max(0, bits.count() - count)).reverse()

function spelledNearly(comparison: Comparison, table: EntryTable, positions: readonly number[]): readonly number[] {
  const source = known(comparison)?.source
  if (comparison.operator !== '==' || source === undefined) return []
  const column = table.column(source)
  const words = positions.map((position) => String(column.keyAt(position) ?? ''))
  const meant = nearest(comparison.value.text, new Set(words))
  return positions.filter((_, at) => words[at] === meant)
}

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
    return shapeOf(source, journaled).kind === 'dateTime' ? writeInstant(value) : String(value)
  return typeof value === 'string' ? value : 'absent'
}
