import type { Lifecycle, LivingType } from './lifecycle.ts'
import { backupJobSessionLife } from './lifecycles/backup-job-session.ts'
import { backupTaskSessionLife } from './lifecycles/backup-task-session.ts'

/** How each of them lives. */
export const lifecycles: Readonly<Record<LivingType, Lifecycle>> = {
  BackupJobSession: backupJobSessionLife,
  BackupTaskSession: backupTaskSessionLife,
}
