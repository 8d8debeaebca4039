import type { Source } from '../model/resource.ts'
import type { BitSet } from '../store/bit-set.ts'
import { compareKeys } from '../store/key.ts'
import type { Direction } from '../store/sorted-index.ts'
import type { Table } from '../store/table.ts'

export interface SortKey {
  readonly source: Source
  readonly direction: Direction
}

/** What has columns and orders. */
export type Sortable = Pick<Table, 'size' | 'column' | 'order'>

/** Comparing two keys costs about as much as so many steps along an order. */
const STEPS = 8

/**
 * The positions of a page: the matches after the first `from` in the given order, at most `count`. Later keys order
 * what the earlier leave equal; what all leave equal, and everything without keys, is in the order it was added.
 */
export function sortedSlice(
  table: Sortable,
  matches: BitSet,
  total: number,
  keys: readonly SortKey[],
  from: number,
  count: number,
): readonly number[] {
  const [first, ...more] = keys
  if (first === undefined) return matches.slice(from, count)
  if (more.length === 0 && isWalkShorter(table.size, total, from + count))
    return table.order(first.source).slice(matches, first.direction, from, count)
  return sortMatches(table, matches.slice(), keys).slice(from, from + count)
}

/** Whether the page is sooner found along a kept order than by sorting the matches, if these lie evenly. */
function isWalkShorter(size: number, total: number, end: number): boolean {
  const steps = size * Math.min(1, end / total)
  return steps < total * Math.log2(total + 1) * STEPS
}

function sortMatches(table: Sortable, positions: readonly number[], keys: readonly SortKey[]): readonly number[] {
  const columns = keys.map(({ source, direction }) => {
    const column = table.column(source)
    const values = positions.map((position) => column.keyAt(position))
    return { values, sign: direction === 'asc' ? 1 : -1 }
  })
  const places = positions.map((_, place) => place)
  places.sort((a, b) => {
    for (const { values, sign } of columns) {
      const difference = compareKeys(values[a], values[b])
      if (difference !== 0) return sign * difference
    }
    return a - b
  })
  return places.map((place) => positions[place] ?? 0)
}
