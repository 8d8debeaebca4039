import type { Lifecycle, LivingType } from './lifecycle.ts'
import { taskLife } from './lifecycles/action-task.ts'
import { cloudFailoverSessionLife } from './lifecycles/cloud-failover-session.ts'
import { restoreSessionLife } from './lifecycles/restore-session.ts'
import { backupJobSessionLife, replicaJobSessionLife } from './lifecycles/session.ts'
import { systemSessionLife } from './lifecycles/system-session.ts'
import { backupTaskSessionLife, replicaTaskSessionLife } from './lifecycles/task.ts'

/** How each of them lives. */
export const lifecycles: Readonly<Record<LivingType, Lifecycle>> = {
  BackupJobSession: backupJobSessionLife,
  BackupTaskSession: backupTaskSessionLife,
  CloudFailoverSession: cloudFailoverSessionLife,
  ReplicaJobSession: replicaJobSessionLife,
  ReplicaTaskSession: replicaTaskSessionLife,
  RestoreSession: restoreSessionLife,
  SystemSession: systemSessionLife,
  Task: taskLife,
}
