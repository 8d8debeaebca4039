import type { JobType, Platform } from '#seed-data'
import type { LivingJob } from '../../simulation/jobs/job-model.ts'

interface JobKindWords {
  /** The role in which its sessions hold it. */
  readonly role: 'Job' | 'AgentBackupJob' | 'NasJob'
  /** What it may work on; the first if nothing is said. */
  readonly platforms: readonly LivingJob['platform'][]
}

/** What sets the kinds of job apart when they are seeded. */
export const jobKinds: Readonly<Record<JobType, JobKindWords>> = {
  Backup: { role: 'Job', platforms: ['VMware', 'HyperV', 'vCloud'] },
  BackupCopy: { role: 'Job', platforms: ['CustomPlatform'] },
  ImmediateBackupCopy: { role: 'Job', platforms: ['CustomPlatform'] },
  Replica: { role: 'Job', platforms: ['VMware', 'HyperV', 'vCloud'] },
  AgentBackup: { role: 'AgentBackupJob', platforms: ['AgentForWindows', 'AgentForLinux'] },
  NasBackup: { role: 'NasJob', platforms: ['CustomPlatform'] },
}

/** The platforms that a story may name for a kind of job. */
export const platformsOf = (type: JobType): readonly Platform[] =>
  jobKinds[type].platforms.filter((it) => it !== 'CustomPlatform')
