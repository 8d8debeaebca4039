import { optional, struct, text } from '../../model/shape.ts'
import { linkedBackupRepository, linkedJob } from '../shapes/job-info.ts'

// What a copy job is to copy. It may have the id that it was read with, which means nothing.

/** A job (em_rest post_jobs_id_linked_jobs). */
export const linkedJobSpec = () => struct({ ...linkedJob(), ObjectInJobId: optional(text()) })
/** All machines in a repository (em_rest post_jobs_id_linked_repositories). */
export const linkedBackupRepositorySpec = () =>
  struct({ ...linkedBackupRepository(), ObjectInJobId: optional(text()) })
