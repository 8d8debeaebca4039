import type { JobSpec } from '#seed-data'
import { idOf } from '../../random/ids.ts'
import type { LivingJob } from '../../simulation/jobs/job-model.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { job as jobResource } from '../../resources/index.ts'
import { seedAgentJob } from './agent-job.ts'
import type { JobWords, Schedule } from './job-words.ts'
import { backupJobInfo, copyJobInfo, replicaJobInfo } from './job-info.ts'
import { seedNasJob } from './nas-job.ts'

/** Adds the row of a living job; agent and NAS jobs are of types of their own, under other paths (em_rest jobs). */
export function seedJobRow(
  simulation: Simulation,
  job: LivingJob,
  spec: JobSpec,
  schedule: Schedule,
  author: string,
): void {
  const { type } = spec
  const words: JobWords = {
    Description: spec.description ?? `Created by ${author}`,
    ...schedule,
    Name: job.name,
  }
  if (type === 'AgentBackup') return seedAgentJob(simulation, job, words)
  if (type === 'NasBackup') return seedNasJob(simulation, job, words, spec)
  const { platform } = job
  if (platform === 'AgentForLinux' || platform === 'AgentForWindows') return
  const idOfObject = (name: string) => idOf(simulation.chance.seed, 'ObjectInJob', job.id, name)
  tableOf(simulation, jobResource).add({
    id: job.id,
    up: { BackupServer: job.up.BackupServer },
    JobType: type,
    Platform: platform,
    ...words,
    JobInfo: infoOf(type, job, idOfObject),
  })
}

function infoOf(
  type: 'Backup' | 'Replica' | 'BackupCopy' | 'ImmediateBackupCopy',
  job: LivingJob,
  idOfObject: (name: string) => string,
) {
  const { id, objects, retention } = job
  switch (type) {
    case 'Backup':
      return backupJobInfo(id, objects, retention, idOfObject)
    case 'Replica':
      return replicaJobInfo(id, objects, idOfObject)
    case 'BackupCopy':
    case 'ImmediateBackupCopy':
      return copyJobInfo(type, job, idOfObject)
  }
}
