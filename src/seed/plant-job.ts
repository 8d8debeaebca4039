import { habits, type JobStory, type ServerStory } from '#seed-data'
import { idOf } from '../chance/ids.ts'
import type { LivingJob, Retention } from '../life/living.ts'
import { tableOf } from '../life/table-of.ts'
import type { World } from '../life/world.ts'
import { job as jobResource } from '../resources/index.ts'
import { backupJobInfo, copyJobInfo } from './job-info.ts'
import { objectsOf } from './objects.ts'
import { isScheduled, scheduleOptions } from './schedule-options.ts'
import { ScenarioError } from './scenario-error.ts'

/** A planted server, as its jobs see it. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly repositories: Readonly<Record<string, { readonly id: string; readonly folder: string }>>
  readonly jobs: ReadonlyMap<string, JobStory>
}

type Kind = JobStory['type']
type Row = 'Job' | 'AgentBackupJob' | 'NasJob'

const roleOf: Readonly<Record<Kind, Row>> = {
  Backup: 'Job',
  BackupCopy: 'Job',
  ImmediateBackupCopy: 'Job',
  AgentBackup: 'AgentBackupJob',
  NasBackup: 'NasJob',
}
const usualPlatform: Readonly<Record<Kind, LivingJob['platform']>> = {
  Backup: 'VMware',
  BackupCopy: 'CustomPlatform',
  ImmediateBackupCopy: 'CustomPlatform',
  AgentBackup: 'AgentForWindows',
  NasBackup: 'CustomPlatform',
}

/** A server's stories of jobs by name, each of them once: `Job 01`, `Job 02` for a story that is told of several. */
export function jobsOf(server: ServerStory): ReadonlyMap<string, JobStory> {
  const jobs = new Map<string, JobStory>()
  for (const story of server.jobs ?? []) {
    for (const name of namesOf(story)) {
      if (jobs.has(name)) throw new ScenarioError(`${server.name} has two jobs "${name}".`)
      jobs.set(name, { ...story, name })
    }
  }
  return jobs
}

function namesOf({ name, times }: JobStory): readonly string[] {
  if (times === undefined) return [name]
  const digits = Math.max(2, String(times).length)
  return Array.from({ length: times }, (_, i) => `${name} ${String(i + 1).padStart(digits, '0')}`)
}

/** Makes the job of a story. Throws a ScenarioError for a repository or job that is not on its server. */
export function plantJob(world: World, place: Place, story: JobStory): void {
  const { chance } = world
  const id = jobId(world, place, story.name)
  const into = place.repositories[story.repository]
  if (into === undefined)
    throw new ScenarioError(
      `Job "${story.name}" writes to "${story.repository}", which is no repository of ${place.name}.`,
    )
  const platform = story.platform ?? usualPlatform[story.type]
  const objects = objectsOf(chance, place.name, platform, story)
  const links = (story.copies ?? []).map((name) => linkTo(world, place, story, name))
  const retention = retentionOf(story)
  const previous = story.after === undefined ? undefined : linkTo(world, place, story, story.after)
  const schedule = {
    ScheduleConfigured: isScheduled(story),
    ScheduleEnabled: isScheduled(story) && story.isDisabled !== true,
    JobScheduleOptions: scheduleOptions(story, previous),
  }
  const role = roleOf[story.type]
  world.jobs.set(id, {
    id,
    name: story.name,
    kind: story.type,
    platform,
    up: { BackupServer: place.id, [role]: id },
    repository: into.id,
    folder: into.folder,
    objects,
    links,
    habit: habits[story.habit ?? 'reliable'],
    minutes: story.minutes ?? 30,
    retention,
    schedule: role === 'Job' ? undefined : schedule,
    planned: undefined,
    running: undefined,
    last: undefined,
    isQueued: false,
    pending: [],
  })
  if (platform === 'AgentForLinux' || platform === 'AgentForWindows' || role !== 'Job') return
  const idOfObject = (name: string) => idOf(chance.seed, 'ObjectInJob', id, name)
  tableOf(world, jobResource).add({
    id,
    up: { BackupServer: place.id },
    JobType: story.type as 'Backup',
    Platform: platform,
    Description: story.description ?? `Created by ${place.name.split('.')[0] ?? ''}\\backupadmin`,
    ...schedule,
    JobInfo:
      story.type === 'Backup'
        ? backupJobInfo(id, objects, retention, idOfObject)
        : copyJobInfo(story.type as 'BackupCopy', links, idOfObject),
    Name: story.name,
  })
}

const jobId = (world: World, place: Place, name: string): string =>
  idOf(world.chance.seed, 'Job', place.name, name)

function linkTo(world: World, place: Place, story: JobStory, name: string): string {
  if (!place.jobs.has(name))
    throw new ScenarioError(
      `Job "${story.name}" refers to "${name}", which is no job of ${place.name}.`,
    )
  return jobId(world, place, name)
}

/** `14 points` or `30 days`. */
function retentionOf({ keep = '14 points' }: JobStory): Retention {
  const count = Number.parseInt(keep, 10)
  const isDays = keep.endsWith('days')
  return {
    RetainCycles: isDays ? 14 : count,
    RetainDaysToKeep: isDays ? count : 7,
    RetainLimitType: isDays ? 'Days' : 'Cycles',
  }
}
