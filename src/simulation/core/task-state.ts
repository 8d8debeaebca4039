import { discriminatedUnion, integer } from '../../json-schema/shape.ts'
import type { ShapeOf } from '../../json-schema/shape-of.ts'
import { mapBy } from './slots.ts'
import { group, type Registered } from './state.ts'

/** What a task is to do, as plain data: it waits with the world. */
export interface PendingAction {
  /** The key of its action. */
  readonly action: string
  readonly keys: Readonly<Record<string, string>>
  readonly body: unknown
}

const taskOrder = ({ orders }: Registered) =>
  discriminatedUnion('what a task does', 'action', orders) as unknown as ShapeOf<PendingAction>

export const taskState = group({
  /** What they are yet to do. */
  taskOrders: mapBy('task', taskOrder),
  /** How many each has had. */
  taskCounts: mapBy('logon session', integer(0)),
})
