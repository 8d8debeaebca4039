import { discriminatedUnion, integer } from '../../json/shape.ts'
import type { ShapeOf } from '../../json/shape-of.ts'
import { group, mapOf, type Registered } from '../state.ts'

/** What a task is to do, as plain data: it waits with the world. */
export interface TaskOrder {
  /** The key of its action. */
  readonly action: string
  readonly keys: Readonly<Record<string, string>>
  readonly body: unknown
}

const taskOrder = ({ orders }: Registered) =>
  discriminatedUnion('what a task does', 'action', orders) as unknown as ShapeOf<TaskOrder>

export const taskState = group({
  /** What tasks are yet to do, by task. */
  taskOrders: mapOf(taskOrder),
  /** How many tasks a logon session has had. */
  taskCounts: mapOf(integer(0)),
})
