// Module seed: makes a simulation from a scenario or a dump. No HTTP.
import { failures, type RepositorySpec, type Scenario, type ServerSpec } from '#seed-data'
import type { Instant } from '../clock/instant.ts'
import { days } from '../clock/duration.ts'
import { workOf, type Sliced } from '../clock/sliced.ts'
import { idOf } from '../random/ids.ts'
import { isWindows, usualFolder } from '../simulation/backups/folder-in.ts'
import { tableOf } from '../simulation/core/table-of.ts'
import { usualServer } from '../simulation/infrastructure/usual-server.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { backupServer, repository } from '../resources/index.ts'
import { jobsOf, seedJob, type SeedPlace } from './jobs/seed-job.ts'
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
export function* seedSimulation(simulation: Simulation, scenario: Scenario, now: Instant): Sliced<void> {
  simulation.state(outcomeState).failures = failures
  simulation.state(licenseState).isProvider = scenario.isProvider === true
  const start = beginOf(scenario, now)
  const jobs = scenario.servers.flatMap((server) => {
    const place = plantServer(simulation, server)
    return [...place.jobs.values()].map((spec) => ({ spec, id: seedJob(simulation, place, spec) }))
  })
  for (const { spec, id } of jobs)
    simulation.note(Math.max(start, now - days(spec.madeDaysAgo ?? Infinity)), {
      what: 'plan',
      job: id,
    })
  yield* seedAll('before the past', simulation, scenario, now)
}

function* seedAll(when: Seeder['when'], simulation: Simulation, scenario: Scenario, now: Instant): Sliced<void> {
  const past = { scenario, start: beginOf(scenario, now), now }
  for (const seeder of inOrder(seeders))
    if (seeder.when === when) {
      yield* workOf(() => seeder.seed(simulation, past))
      yield
    }
}

/** Lives through the past of what was seeded, and adds what has no life yet: the world stands where its story starts then. */
export function* livePast(simulation: Simulation, scenario: Scenario, now: Instant, tell?: TellDay): Sliced<void> {
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

function plantServer(simulation: Simulation, spec: ServerSpec): SeedPlace {
  const { chance } = simulation
  const id = idOf(chance.seed, 'BackupServer', spec.name)
  // Version 13 listens elsewhere (recorded).
  const isNew = (spec.version ?? '').startsWith('13')
  tableOf(simulation, backupServer).add({
    id,
    up: {},
    Description: spec.description ?? '',
    ...usualServer,
    ...(spec.version !== undefined && { Version: spec.version }),
    ...(isNew && { Port: 443 }),
    ...(spec.port !== undefined && { Port: spec.port }),
    VbrCertificateThumbprint: chance.of('thumbprint', spec.name).text('[0-9A-F]{40}'),
    Name: spec.name,
    IpOrDnsName: spec.name,
  })
  return {
    id,
    name: spec.name,
    repositories: new Map(spec.repositories.map((it) => [it.name, plantRepository(simulation, id, it)])),
    jobs: jobsOf(spec),
  }
}

function plantRepository(simulation: Simulation, server: string, spec: RepositorySpec) {
  const id = idOf(simulation.chance.seed, 'Repository', server, spec.name)
  // As the real server does: object storage has no end, said as -1 (recorded).
  const capacity = spec.kind === 'AmazonS3Compatible' ? -1 : Math.round((spec.capacityTb ?? 10) * terabyte)
  tableOf(simulation, repository).add({
    id,
    up: { BackupServer: server },
    Capacity: capacity,
    FreeSpace: capacity,
    Kind: spec.kind,
    Name: spec.name,
  })
  return { id, folder: folderOf(spec) }
}

function folderOf({ kind, folder }: RepositorySpec): string {
  const given = folder ?? usualFolder(kind)
  return /[\\/]$/.test(given) ? given : `${given}${isWindows(kind) ? '\\' : '/'}`
}
