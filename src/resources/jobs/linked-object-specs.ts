import { ignored, numeric, struct, text } from '../../model/shape.ts'
import { linkedBackupRepositoryShape, linkedJobShape } from './job-info-shape.ts'

// What a copy job is to copy. It may have the id that it was read with, which means nothing.

/** Recorded up to 11. */
const Order = ignored(numeric())

/** A job (em_rest post_jobs_id_linked_jobs). */
export const linkedJobSpec = () => struct({ ...linkedJobShape(), ObjectInJobId: ignored(text()), Order })
/** All machines in a repository (em_rest post_jobs_id_linked_repositories). */
export const linkedBackupRepositorySpec = () =>
  struct({ ...linkedBackupRepositoryShape(), ObjectInJobId: ignored(text()), Order })
