// Generated from the folder by `npm run generate`. Do not edit.
import { backup } from './backup.ts'
import { backupFile } from './backup-file.ts'
import { backupJobSession } from './backup-job-session.ts'
import { backupServer } from './backup-server.ts'
import { backupTaskSession } from './backup-task-session.ts'
import { job } from './job.ts'
import { repository } from './repository.ts'
import { restorePoint } from './restore-point.ts'
import { vmRestorePoint } from './vm-restore-point.ts'

export {
  backup,
  backupFile,
  backupJobSession,
  backupServer,
  backupTaskSession,
  job,
  repository,
  restorePoint,
  vmRestorePoint,
}

/** Every definition. */
export const resources = [
  backup,
  backupFile,
  backupJobSession,
  backupServer,
  backupTaskSession,
  job,
  repository,
  restorePoint,
  vmRestorePoint,
] as const
