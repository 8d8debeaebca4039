import type { KnownOperations } from './known-operations.ts'
import type { Operations } from '../operations/operations.ts'

/** What requests can be about: everything that is served. @param world the one whose requests these are. */
export function knownOperations({ all }: Operations, world?: string): KnownOperations {
  return {
    operations: all,
    routes: [...new Set(all.map(({ path }) => path))],
    ...(world !== undefined && { world }),
  }
}
