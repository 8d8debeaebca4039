// Room seed: how a scenario becomes a world. Opens seed-data, life and everything below; no HTTP.
import { failures, type RepositoryStory, type Scenario, type ServerStory } from '#seed-data'
import type { Instant } from '../clock/instant.ts'
import { days } from '../clock/duration.ts'
import { workOf, type Sliced } from '../clock/sliced.ts'
import { idOf } from '../random/ids.ts'
import { isWindows, usualFolder } from '../simulation/backups/folder-in.ts'
import { tableOf } from '../simulation/core/table-of.ts'
import { usualServer } from '../simulation/infrastructure/usual-server.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { backupServer, repository } from '../resources/index.ts'
import { jobsOf, plantJob, type Place } from './jobs/seed-job.ts'
import { seeders } from './seeders.ts'
import type { Seeder } from './seeder.ts'
import { terabyte } from '../model/size.ts'
import { licenseState } from '../simulation/cloud-connect/license-state.ts'
import { outcomeState } from '../simulation/jobs/outcome-state.ts'

/** How many days of how many have been lived. */
export type TellDay = (day: number, of: number) => void

/**
 * Makes a scenario's servers, repositories and jobs, and notes when the jobs come under their schedules: as many days
 * before `now` as it has lived. Nothing has happened yet. Throws a ScenarioError for a name that leads nowhere.
 */
export function* plant(simulation: Simulation, scenario: Scenario, now: Instant): Sliced<void> {
  simulation.state(outcomeState).failures = failures
  simulation.state(licenseState).isProvider = scenario.isProvider === true
  const start = beginOf(scenario, now)
  const jobs = scenario.servers.flatMap((server) => {
    const place = plantServer(simulation, server)
    return [...place.jobs.values()].map((story) => ({ story, id: plantJob(simulation, place, story) }))
  })
  for (const { story, id } of jobs)
    simulation.note(Math.max(start, now - days(story.madeDaysAgo ?? Infinity)), {
      what: 'plan',
      job: id,
    })
  yield* seedAll('before the past', simulation, scenario, now)
}

function* seedAll(
  when: Seeder['when'],
  simulation: Simulation,
  scenario: Scenario,
  now: Instant,
): Sliced<void> {
  const past = { scenario, start: beginOf(scenario, now), now }
  for (const seeder of inOrder(seeders))
    if (seeder.when === when) {
      yield* workOf(() => seeder.seed(simulation, past))
      yield
    }
}

/** Lives through the past of what was planted, and adds what has no life yet: the world stands where its story starts then. */
export function* livePast(
  simulation: Simulation,
  scenario: Scenario,
  now: Instant,
  tell?: TellDay,
): Sliced<void> {
  const start = beginOf(scenario, now)
  const all = Math.ceil((now - start) / days(1))
  for (let day = 1; day < all; day++) {
    yield* simulation.catchingUp(start + days(day))
    tell?.(day, all)
  }
  yield* simulation.catchingUp(now)
  yield* seedAll('after the past', simulation, scenario, now)
}

/** When its past begins. */
const beginOf = ({ history }: Scenario, now: Instant): Instant => now - days(history?.days ?? 30)

/** The seeders, each behind those that it looks at. */
const inOrder = (seeders: readonly Seeder[]): ReadonlySet<Seeder> =>
  new Set(seeders.flatMap((each) => [...inOrder(each.after ?? []), each]))

function plantServer(simulation: Simulation, story: ServerStory): Place {
  const { chance } = simulation
  const id = idOf(chance.seed, 'BackupServer', story.name)
  // Version 13 listens elsewhere (recorded).
  const isNew = (story.version ?? '').startsWith('13')
  tableOf(simulation, backupServer).add({
    id,
    up: {},
    Description: story.description ?? '',
    ...usualServer,
    ...(story.version !== undefined && { Version: story.version }),
    ...(isNew && { Port: 443 }),
    ...(story.port !== undefined && { Port: story.port }),
    VbrCertificateThumbprint: chance.of('thumbprint', story.name).text('[0-9A-F]{40}'),
    Name: story.name,
    IpOrDnsName: story.name,
  })
  return {
    id,
    name: story.name,
    repositories: new Map(
      story.repositories.map((it) => [it.name, plantRepository(simulation, id, it)]),
    ),
    jobs: jobsOf(story),
  }
}

function plantRepository(simulation: Simulation, server: string, story: RepositoryStory) {
  const id = idOf(simulation.chance.seed, 'Repository', server, story.name)
  // As the real server does: object storage has no end, said as -1 (recorded).
  const capacity =
    story.kind === 'AmazonS3Compatible' ? -1 : Math.round((story.capacityTb ?? 10) * terabyte)
  tableOf(simulation, repository).add({
    id,
    up: { BackupServer: server },
    Capacity: capacity,
    FreeSpace: capacity,
    Kind: story.kind,
    Name: story.name,
  })
  return { id, folder: folderOf(story) }
}

function folderOf({ kind, folder }: RepositoryStory): string {
  const given = folder ?? usualFolder(kind)
  return /[\\/]$/.test(given) ? given : `${given}${isWindows(kind) ? '\\' : '/'}`
}
