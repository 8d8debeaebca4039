import { array, id, name, number, object, optional, string } from '../../json-schema/shape.ts'
import { mapBy } from '../core/slots.ts'
import { group } from '../core/state.ts'

/** A restore or failover that is under way: what its session does not say. */
export interface Restore {
  /** What is restored or fails over, as points call it: nothing else may be done to that meanwhile. */
  readonly of: readonly string[]
  /** What there will be then, as `RestoredObjRef` says it. */
  readonly as?: string
  /** The point that it is taken from: without that, it fails. */
  readonly point?: { readonly type: string; readonly id: string }
  /** How long it usually takes. */
  readonly minutes: number
}

const restore = object<Restore>('a restore', {
  of: array(string()),
  as: optional(string()),
  point: optional(object<NonNullable<Restore['point']>>('a point', { type: name, id })),
  minutes: number(0),
})

export const restoreState = group({
  /** Restores and failovers under way. */
  restores: mapBy('session', restore),
})
