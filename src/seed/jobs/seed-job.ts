import { habits, type JobSpec, type ServerSpec } from '#seed-data'
import { idOf } from '../../random/ids.ts'
import { atRest, type LivingJob, type Retention } from '../../simulation/jobs/job-model.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { jobKinds, platformsOf } from './job-kinds.ts'
import { seedJobRow } from './job-row.ts'
import { objectsOf } from '../infrastructure/objects.ts'
import { isScheduled, scheduleOptions } from './schedule-options.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'
import { jobState } from '../../simulation/jobs/job-state.ts'

/** A seeded server, as its jobs see it. */
export interface SeedPlace {
  readonly id: string
  readonly name: string
  readonly repositories: ReadonlyMap<string, { readonly id: string; readonly folder: string }>
  readonly jobs: ReadonlyMap<string, JobSpec>
}

/** A server's stories of jobs by name, each of them once: `Job 01`, `Job 02` for a story that is told of several. */
export function jobsOf(server: ServerSpec): ReadonlyMap<string, JobSpec> {
  const jobs = new Map<string, JobSpec>()
  for (const spec of server.jobs ?? []) {
    for (const name of namesOf(spec)) {
      if (jobs.has(name)) throw new ScenarioError(`${server.name} has two jobs "${name}".`)
      jobs.set(name, { ...spec, name })
    }
  }
  return jobs
}

function namesOf({ name, times }: JobSpec): readonly string[] {
  if (times === undefined) return [name]
  const digits = Math.max(2, String(times).length)
  return Array.from({ length: times }, (_, i) => `${name} ${String(i + 1).padStart(digits, '0')}`)
}

/** Makes the job of a story. Returns its id. Throws a ScenarioError for a repository or job that is not on its server. */
export function seedJob(simulation: Simulation, place: SeedPlace, spec: JobSpec): string {
  const { chance } = simulation
  const id = jobId(simulation, place, spec.name)
  const into = repositoryOf(place, spec, spec.repository, 'writes to')
  const { role } = jobKinds[spec.type]
  const platform = platformFor(spec)
  const objects = objectsOf(chance, place.name, platform, spec)
  const links = (spec.copies ?? []).map((name) => linkTo(simulation, place, spec, name))
  const linkedRepositories = (spec.copiesRepositories ?? []).map((name) => repositoryOf(place, spec, name, 'copies').id)
  const retention = retentionOf(spec)
  const previous = spec.after === undefined ? undefined : linkTo(simulation, place, spec, spec.after)
  const schedule = {
    ScheduleConfigured: isScheduled(spec),
    ScheduleEnabled: isScheduled(spec) && spec.isDisabled !== true,
    JobScheduleOptions: scheduleOptions(spec, previous),
  }
  const job: LivingJob = {
    id,
    name: spec.name,
    kind: spec.type,
    platform,
    up: { BackupServer: place.id, [role]: id },
    repository: into.id,
    folder: into.folder,
    objects,
    links,
    linkedRepositories,
    habit: habits[spec.habit ?? 'reliable'],
    minutes: spec.minutes ?? 30,
    retention,
    ...atRest,
  }
  simulation.state(jobState).jobs.set(id, job)
  seedJobRow(simulation, job, spec, schedule, `${place.name.split('.')[0] ?? ''}\\backupadmin`)
  return id
}

function repositoryOf(place: SeedPlace, spec: JobSpec, name: string, does: string) {
  const found = place.repositories.get(name)
  if (found === undefined)
    throw new ScenarioError(`Job "${spec.name}" ${does} "${name}", which is no repository of ${place.name}.`)
  return found
}

function platformFor({ name, type, platform }: JobSpec): LivingJob['platform'] {
  const [usual = 'CustomPlatform'] = jobKinds[type].platforms
  if (platform === undefined) return usual
  if (platformsOf(type).includes(platform)) return platform
  throw new ScenarioError(`Job "${name}" is of type ${type}, which is not for ${platform}.`)
}

const jobId = (simulation: Simulation, place: SeedPlace, name: string): string =>
  idOf(simulation.chance.seed, 'Job', place.name, name)

function linkTo(simulation: Simulation, place: SeedPlace, spec: JobSpec, name: string): string {
  if (!place.jobs.has(name))
    throw new ScenarioError(`Job "${spec.name}" refers to "${name}", which is no job of ${place.name}.`)
  return jobId(simulation, place, name)
}

/** `14 points` or `30 days`. */
function retentionOf({ keep = '14 points' }: JobSpec): Retention {
  const count = Number.parseInt(keep, 10)
  const isDays = keep.endsWith('days')
  return {
    RetainCycles: isDays ? 14 : count,
    RetainDaysToKeep: isDays ? count : 7,
    RetainLimitType: isDays ? 'Days' : 'Cycles',
  }
}
