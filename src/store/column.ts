import type { BitSet } from './bit-set.ts'
import type { Key, ComparisonOperator } from './key.ts'

/** The values of one source over the positions of a table, kept in the form that compares fastest. */
export interface Column {
  /** Clears from `matches`, which holds live positions only, all whose value does not meet the comparison. */
  refine(operator: ComparisonOperator, key: Key, matches: BitSet): void
  /** What a refinement costs beside others, from 0 (words are joined) to 4 (every row is read). */
  readonly cost: number
  keyAt(position: number): Key | undefined
  /** Notes the row that now stands at a position. */
  put(position: number, key: Key | undefined): void
  /** The live positions in ascending order of their keys, equal ones in order of position. */
  sorted(live: BitSet): Uint32Array
}
