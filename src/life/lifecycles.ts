import type { Lifecycle, LivingType } from './lifecycle.ts'
import { taskLife } from './lifecycles/action-task.ts'
import { backupJobSessionLife, replicaJobSessionLife } from './lifecycles/session.ts'
import { backupTaskSessionLife, replicaTaskSessionLife } from './lifecycles/task.ts'

/** How each of them lives. */
export const lifecycles: Readonly<Record<LivingType, Lifecycle>> = {
  BackupJobSession: backupJobSessionLife,
  BackupTaskSession: backupTaskSessionLife,
  ReplicaJobSession: replicaJobSessionLife,
  ReplicaTaskSession: replicaTaskSessionLife,
  Task: taskLife,
}
