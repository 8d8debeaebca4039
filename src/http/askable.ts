import type { Askable } from '../control/askable.ts'
import { operations } from './operations.ts'

/** What requests can be about: everything that is documented. @param world the one whose requests these are. */
export function askable(world?: string): Askable {
  const all = operations()
  return {
    operations: all,
    routes: [...new Set(all.map(({ path }) => path))],
    ...(world !== undefined && { world }),
  }
}
