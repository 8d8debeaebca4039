import type { Instant } from '../../clock/instant.ts'
import { array, boolean, id, instant, number, object, optional } from '../../json-schema/shape.ts'
import { mapBy } from '../core/slots.ts'
import { group } from '../core/state.ts'

/** A point in the chain of a backup, or of a machine in a replica, with what has to go when it goes. */
export interface Point {
  readonly at: Instant
  /** What a backup has of it beside its machines. */
  readonly stored?: {
    readonly id: string
    readonly file: string
    readonly bytes: number
    readonly session: string
  }
  /** Whether it can stand without those before it. */
  readonly isFull: boolean
  readonly machines: readonly { readonly id: string; readonly task: string }[]
}

const point = object<Point>('a point', {
  at: instant,
  stored: optional(
    object<NonNullable<Point['stored']>>('what is stored', {
      id,
      file: id,
      bytes: number(0),
      session: id,
    }),
  ),
  isFull: boolean,
  machines: array(object<Point['machines'][number]>('a machine', { id, task: id })),
})

export const chainState = group({
  /** Oldest first; a replica has one for each of its machines, by both. */
  chains: mapBy('backup', array(point)),
})
