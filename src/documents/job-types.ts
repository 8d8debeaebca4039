// Kinds of job by what they make, in the words of JobType.

/** Backs up machines; copies work on backups instead. */
export const makesBackups = (type: string): boolean => type === 'Backup'

export const makesReplicas = (type: string): boolean => type === 'Replica'
