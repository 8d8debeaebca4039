// Generated from the files beside it by `npm run generate`. Do not edit.
import { actionTaskLifecycle } from './lifecycles/action-task-lifecycle.ts'
import { cloudFailoverSessionLifecycle } from './lifecycles/cloud-failover-session-lifecycle.ts'
import { restoreSessionLifecycle } from './lifecycles/restore-session-lifecycle.ts'
import { sessionLifecycle } from './lifecycles/session-lifecycle.ts'
import { systemSessionLifecycle } from './lifecycles/system-session-lifecycle.ts'
import { taskLifecycle } from './lifecycles/task-lifecycle.ts'
import type { Lifecycle } from './lifecycle.ts'

/** How each type lives that lives by itself. */
export const lifecycles: Readonly<Record<string, Lifecycle>> = Object.fromEntries(
  [
    ...actionTaskLifecycle,
    ...cloudFailoverSessionLifecycle,
    ...restoreSessionLifecycle,
    ...sessionLifecycle,
    ...systemSessionLifecycle,
    ...taskLifecycle,
  ].map((each) => [each.type, each]),
)
