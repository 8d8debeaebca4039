import { BitSet } from '../store/bit-set.ts'
import type { Table } from '../store/table.ts'
import type { Selection, Test } from './selection.ts'

/** What a selection asks of a table; of one whose rows have no ids to be asked by, no more than columns. */
export type Selectable = Pick<Table, 'live' | 'column'> & Partial<Pick<Table, 'position' | 'positionsUnder'>>

/** The positions of the rows that meet the selection; all of them if nothing is asked. Not to be changed. */
export function select(table: Selectable, selection: Selection | undefined): BitSet {
  if (selection === undefined) return table.live
  const matches = table.live.copy()
  refine(matches, selection, table)
  return matches
}

function refine(matches: BitSet, selection: Selection, table: Selectable): void {
  switch (selection.kind) {
    case 'test':
      refineTest(matches, selection, table)
      break
    case 'all':
      for (const part of cheapestFirst(selection.of, table)) refine(matches, part, table)
      break
    case 'any':
      refineAny(matches, selection.of, table)
      break
  }
}

function refineTest(matches: BitSet, test: Test, table: Selectable): void {
  const { source, operator, key } = test
  const positions = known(test, table)
  if (positions === undefined) return table.column(source).refine(operator, key, matches)
  const kept = new BitSet()
  for (const position of positions) kept.add(position)
  matches.and(kept)
}

function refineAny(matches: BitSet, parts: readonly Selection[], table: Selectable): void {
  // What one part has found need not be asked of the next.
  const left = matches.copy()
  matches.clear()
  for (const part of parts) {
    const found = left.copy()
    refine(found, part, table)
    matches.or(found)
    left.andNot(found)
  }
}

/** Positions that the table has at hand, for equality with an id. */
function known(test: Test, table: Selectable): readonly number[] | undefined {
  const { source, operator, key } = test
  if (operator !== '==' || typeof key !== 'string') return undefined
  if (source.of === 'roleId') return table.positionsUnder?.(source.role, key)
  if (source.of !== 'id' || table.position === undefined) return undefined
  const position = table.position(key)
  return position === undefined ? [] : [position]
}

function cheapestFirst(parts: readonly Selection[], table: Selectable): readonly Selection[] {
  const costs = new Map(parts.map((part) => [part, costOf(part, table)]))
  return [...parts].sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0))
}

function costOf(selection: Selection, table: Selectable): number {
  switch (selection.kind) {
    case 'test':
      return known(selection, table) ? 0 : 1 + table.column(selection.source).cost
    case 'all':
    case 'any':
      return 5 + selection.of.length
  }
}
