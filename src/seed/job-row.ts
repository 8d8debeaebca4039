import type { JobStory } from '#seed-data'
import { idOf } from '../chance/ids.ts'
import type { LivingJob, OwnSchedule } from '../life/living.ts'
import { tableOf } from '../life/table-of.ts'
import type { World } from '../life/world.ts'
import { job as jobResource } from '../resources/index.ts'
import { backupJobInfo, copyJobInfo } from './job-info.ts'

/** Adds the Job row of a living job; agent and NAS jobs have none, they live under other paths (em_rest jobs). */
export function plantJobRow(
  world: World,
  job: LivingJob,
  story: JobStory,
  schedule: OwnSchedule,
  author: string,
): void {
  const { type } = story
  if (type === 'AgentBackup' || type === 'NasBackup') return
  const { platform } = job
  if (platform === 'AgentForLinux' || platform === 'AgentForWindows') return
  const idOfObject = (name: string) => idOf(world.chance.seed, 'ObjectInJob', job.id, name)
  tableOf(world, jobResource).add({
    id: job.id,
    up: { BackupServer: job.up.BackupServer },
    JobType: type,
    Platform: platform,
    Description: story.description ?? `Created by ${author}`,
    ...schedule,
    JobInfo:
      type === 'Backup'
        ? backupJobInfo(job.id, job.objects, job.retention, idOfObject)
        : copyJobInfo(type, job.links, idOfObject),
    Name: job.name,
  })
}
