// Generated from the folder by `npm run generate`. Do not edit.
import { agentBackupJob } from './agent-backup-job.ts'
import { agentProtectionGroup } from './agent-protection-group.ts'
import { backup } from './backup.ts'
import { backupFile } from './backup-file.ts'
import { backupJobSession } from './backup-job-session.ts'
import { backupServer } from './backup-server.ts'
import { backupTaskSession } from './backup-task-session.ts'
import { discoveredComputer } from './discovered-computer.ts'
import { enterpriseAccount } from './enterprise-account.ts'
import { enterpriseRole } from './enterprise-role.ts'
import { externalRepository } from './external-repository.ts'
import { fileServer } from './file-server.ts'
import { hierarchyRoot } from './hierarchy-root.ts'
import { job } from './job.ts'
import { managedServer } from './managed-server.ts'
import { nasJob } from './nas-job.ts'
import { repository } from './repository.ts'
import { restorePoint } from './restore-point.ts'
import { restoreSession } from './restore-session.ts'
import { systemSession } from './system-session.ts'
import { vmRestorePoint } from './vm-restore-point.ts'
import { wanAccelerator } from './wan-accelerator.ts'

export {
  agentBackupJob,
  agentProtectionGroup,
  backup,
  backupFile,
  backupJobSession,
  backupServer,
  backupTaskSession,
  discoveredComputer,
  enterpriseAccount,
  enterpriseRole,
  externalRepository,
  fileServer,
  hierarchyRoot,
  job,
  managedServer,
  nasJob,
  repository,
  restorePoint,
  restoreSession,
  systemSession,
  vmRestorePoint,
  wanAccelerator,
}

/** Every definition. */
export const resources = [
  agentBackupJob,
  agentProtectionGroup,
  backup,
  backupFile,
  backupJobSession,
  backupServer,
  backupTaskSession,
  discoveredComputer,
  enterpriseAccount,
  enterpriseRole,
  externalRepository,
  fileServer,
  hierarchyRoot,
  job,
  managedServer,
  nasJob,
  repository,
  restorePoint,
  restoreSession,
  systemSession,
  vmRestorePoint,
  wanAccelerator,
] as const
