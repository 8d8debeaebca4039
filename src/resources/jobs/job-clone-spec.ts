import { optional, struct, text, uid } from '../../model/shape.ts'

// What is left out is as in the original, the name aside; the schema of 9.0 requires none of it.
const JobName = optional(text())
const RepositoryUid = optional(uid('Repository'))
const Description = optional(text())
const JobFileName = optional(text())

/** What a clone is called and where it writes to: one member for each kind of job (em_rest post_jobs_id_actionclone). */
export const jobCloneSpec = () =>
  struct({
    BackupJobCloneInfo: optional(struct({ JobName, FolderName: optional(text()), RepositoryUid, Description })),
    ReplicaJobCloneInfo: optional(struct({ JobName, VmSuffix: optional(text()), Description })),
    BackupCopyJobCloneInfo: optional(struct({ JobName, JobFileName, RepositoryUid, Description })),
    // As the real server does: the same members as of other copies, in another order (documented).
    ImmediateBackupCopyJobCloneInfo: optional(struct({ JobName, Description, RepositoryUid, JobFileName })),
  })
