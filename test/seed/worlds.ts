import { scenarios, type JobStory, type Scenario } from '#seed-data'
import { readInstant } from '../../src/clock/read-instant.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import type { World } from '../../src/simulation/core/simulation.ts'
import { backupJobSession, backupTaskSession } from '../../src/resources/index.ts'
import { makeWorld, type WorldOptions } from '../../src/seed/make-simulation.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'

export const noon = readInstant('2026-01-15T12:00:00Z')!

/** A world that stands still at noon of a Thursday, unless it is told otherwise. */
export function frozen(scenario: string | Scenario, options: Partial<WorldOptions> = {}): World {
  const given = { scenario, seed: 1, now: noon, pace: 'frozen', database: 'postgresql' } as const
  const world = makeWorld({ ...given, ...options })
  world.settle()
  return world
}

export const builtIn = (name: string): Scenario => scenarios[name]!

/** One server, one repository, and these jobs. */
export const small = (days: number, ...jobs: readonly Partial<JobStory>[]): Scenario => ({
  name: 'small',
  says: 'For a test.',
  history: { days },
  servers: [
    {
      name: 'vbr',
      repositories: [
        { name: 'Disk', kind: 'LinuxLocal', capacityTb: 20 },
        { name: 'Cloud', kind: 'AmazonS3Compatible' },
      ],
      jobs: jobs.map((job) => ({
        name: 'Nightly',
        type: 'Backup',
        repository: 'Disk',
        objects: ['a', 'b', 'c'],
        habit: 'perfect',
        minutes: 30,
        ...job,
      })),
    },
  ],
})

export const sessionsOf = (world: World) => [...tableOf(world, backupJobSession)]
export const tasksOf = (world: World) => [...tableOf(world, backupTaskSession)]
export const sessionsOfJob = (world: World, name: string) =>
  sessionsOf(world).filter(({ JobName }) => JobName === name)

/** Every row there is, by type. */
export const everything = (world: World): Record<string, unknown[]> =>
  Object.fromEntries(world.store.resources.map(({ name }) => [name, [...world.store.table(name)]]))

/** The id of a job, by its name. */
export const idOfJob = (world: World, name: string): string =>
  [...world.state(jobState).jobs.values()].find((job) => job.name === name)!.id
