import type { Instant } from '../../clock/instant.ts'
import { array, id, instant, name, object } from '../../json-schema/shape.ts'
import { valueOf } from '../core/slots.ts'
import { group } from '../core/state.ts'

/** An id that was written down beforehand for the first run that a job starts in that time. */
export interface KnownRun {
  readonly id: string
  readonly job: string
  readonly from: Instant
  readonly until: Instant
}

const knownRun = object<KnownRun>('a known run', { id, job: name, from: instant, until: instant })

export const knownRunState = group({
  knownRuns: {
    ...valueOf('rest', array(knownRun), []),
    kept: { by: ['job'], without: (runs: readonly KnownRun[], id: string) => runs.filter(({ job }) => job !== id) },
  },
})
