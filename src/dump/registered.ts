import { keyOfAction, type Action } from '../simulation/core/action.ts'
import { actions } from '../simulation/actions.ts'
import { lifecycles } from '../simulation/lifecycles.ts'
import type { Registered } from '../simulation/core/state.ts'
import type { PendingAction } from '../simulation/core/task-state.ts'
import { enumeration, enumerationOf, object, optional, record, string } from '../json-schema/shape.ts'
import { bodyShape } from './row-shape.ts'

/** What the shapes of what worlds know are told by: everything that lives by itself, and all that tasks do. */
export const registered: Registered = {
  type: enumerationOf(lifecycles),
  orders: Object.fromEntries(
    actions.filter(({ task }) => task !== undefined).map((each) => [keyOfAction(each), orderOf(each)] as const),
  ),
}

function orderOf(action: Action) {
  return object<PendingAction>('what a task does', {
    action: enumeration(keyOfAction(action)),
    keys: record('ids and words by name', string()),
    body: optional(
      bodyShape(
        action.body?.shape ?? { kind: 'struct', fields: {}, attributeOrder: [] },
        action.body?.isPartial === true,
      ),
    ),
  })
}
