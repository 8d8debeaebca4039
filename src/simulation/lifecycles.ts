// Generated from the files beside it by `npm run generate`. Do not edit.
import { actionTaskLifecycle } from './sessions/action-task-lifecycle.ts'
import { cloudFailoverSessionLifecycle } from './cloud-connect/cloud-failover-session-lifecycle.ts'
import { restoreSessionLifecycle } from './backups/restore-session-lifecycle.ts'
import { sessionLifecycle } from './sessions/session-lifecycle.ts'
import { systemSessionLifecycle } from './sessions/system-session-lifecycle.ts'
import { taskLifecycle } from './sessions/task-lifecycle.ts'
import type { Lifecycle } from './core/lifecycle.ts'

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
