import { optional, struct, text, uid } from '../../model/shape.ts'

const backup = () =>
  struct({
    JobName: text(),
    FolderName: text(),
    RepositoryUid: uid('Repository'),
    Description: optional(text()),
  })
const replica = () => struct({ JobName: text(), VmSuffix: text(), Description: optional(text()) })
const backupCopy = () =>
  struct({
    JobName: text(),
    JobFileName: text(),
    RepositoryUid: uid('Repository'),
    Description: optional(text()),
  })
// As the real server does: the same members as of other copies, in another order (documented).
const immediateCopy = () =>
  struct({
    JobName: text(),
    Description: optional(text()),
    RepositoryUid: uid('Repository'),
    JobFileName: text(),
  })

/** What a clone is called and where it writes to: one member for each kind of job (em_rest post_jobs_id_actionclone). */
export const jobCloneSpec = () =>
  struct({
    BackupJobCloneInfo: optional(backup()),
    ReplicaJobCloneInfo: optional(replica()),
    BackupCopyJobCloneInfo: optional(backupCopy()),
    ImmediateBackupCopyJobCloneInfo: optional(immediateCopy()),
  })
