import { habits, type JobStory, type ServerStory } from '#seed-data'
import { idOf } from '../../random/ids.ts'
import { atRest, type LivingJob, type Retention } from '../../simulation/jobs/job-model.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { jobKinds, platformsOf } from './job-kinds.ts'
import { plantJobRow } from './job-row.ts'
import { objectsOf } from '../infrastructure/objects.ts'
import { isScheduled, scheduleOptions } from './schedule-options.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'
import { jobState } from '../../simulation/jobs/job-state.ts'

/** A planted server, as its jobs see it. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly repositories: ReadonlyMap<string, { readonly id: string; readonly folder: string }>
  readonly jobs: ReadonlyMap<string, JobStory>
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

/** Makes the job of a story. Returns its id. Throws a ScenarioError for a repository or job that is not on its server. */
export function plantJob(simulation: Simulation, place: Place, story: JobStory): string {
  const { chance } = simulation
  const id = jobId(simulation, place, story.name)
  const into = repositoryOf(place, story, story.repository, 'writes to')
  const { role } = jobKinds[story.type]
  const platform = platformFor(story)
  const objects = objectsOf(chance, place.name, platform, story)
  const links = (story.copies ?? []).map((name) => linkTo(simulation, place, story, name))
  const linkedRepositories = (story.copiesRepositories ?? []).map(
    (name) => repositoryOf(place, story, name, 'copies').id,
  )
  const retention = retentionOf(story)
  const previous = story.after === undefined ? undefined : linkTo(simulation, place, story, story.after)
  const schedule = {
    ScheduleConfigured: isScheduled(story),
    ScheduleEnabled: isScheduled(story) && story.isDisabled !== true,
    JobScheduleOptions: scheduleOptions(story, previous),
  }
  const job: LivingJob = {
    id,
    name: story.name,
    kind: story.type,
    platform,
    up: { BackupServer: place.id, [role]: id },
    repository: into.id,
    folder: into.folder,
    objects,
    links,
    linkedRepositories,
    habit: habits[story.habit ?? 'reliable'],
    minutes: story.minutes ?? 30,
    retention,
    ...atRest,
  }
  simulation.state(jobState).jobs.set(id, job)
  plantJobRow(simulation, job, story, schedule, `${place.name.split('.')[0] ?? ''}\\backupadmin`)
  return id
}

function repositoryOf(place: Place, story: JobStory, name: string, does: string) {
  const found = place.repositories.get(name)
  if (found === undefined)
    throw new ScenarioError(
      `Job "${story.name}" ${does} "${name}", which is no repository of ${place.name}.`,
    )
  return found
}

function platformFor({ name, type, platform }: JobStory): LivingJob['platform'] {
  const [usual = 'CustomPlatform'] = jobKinds[type].platforms
  if (platform === undefined) return usual
  if (platformsOf(type).includes(platform)) return platform
  throw new ScenarioError(`Job "${name}" is of type ${type}, which is not for ${platform}.`)
}

const jobId = (simulation: Simulation, place: Place, name: string): string =>
  idOf(simulation.chance.seed, 'Job', place.name, name)

function linkTo(simulation: Simulation, place: Place, story: JobStory, name: string): string {
  if (!place.jobs.has(name))
    throw new ScenarioError(
      `Job "${story.name}" refers to "${name}", which is no job of ${place.name}.`,
    )
  return jobId(simulation, place, name)
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
