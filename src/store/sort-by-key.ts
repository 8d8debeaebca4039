import { compareKeys, type Key } from './key.ts'

/** Sorts positions, given in ascending order, by their keys; equal ones stay as they were. */
export function sortByKey(positions: readonly number[], keyAt: (position: number) => Key | undefined): Uint32Array {
  const keys = positions.map(keyAt)
  const isSorted = keys.every((key, i) => i === 0 || compareKeys(keys[i - 1], key) <= 0)
  if (isSorted) return Uint32Array.from(positions)
  const places = keys.map((_, place) => place).sort((a, b) => compareKeys(keys[a], keys[b]))
  return Uint32Array.from(places, (place) => positions[place] ?? 0)
}
