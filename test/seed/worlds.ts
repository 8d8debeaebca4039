import { scenarios, type JobSpec, type Scenario } from '#seed-data'
import { readInstant } from '../../src/clock/read-instant.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import type { Simulation } from '../../src/simulation/core/simulation.ts'
import { backupJobSession, backupTaskSession } from '../../src/resources/index.ts'
import { makeSimulation, type SimulationOptions } from '../../src/seed/make-simulation.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'

export const noon = readInstant('2026-01-15T12:00:00Z')!

/** A world that stands still at noon of a Thursday, unless it is told otherwise. */
export function frozen(scenario: string | Scenario, options: Partial<SimulationOptions> = {}): Simulation {
  const given = { scenario, seed: 1, now: noon, pace: 'frozen', database: 'postgresql' } as const
  const simulation = makeSimulation({ ...given, ...options })
  simulation.catchUp()
  return simulation
}

export const builtIn = (name: string): Scenario => scenarios[name]!

/** One server, one repository, and these jobs. */
export const small = (days: number, ...jobs: readonly Partial<JobSpec>[]): Scenario => ({
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

export const sessionsOf = (simulation: Simulation) => [...tableOf(simulation, backupJobSession)]
export const tasksOf = (simulation: Simulation) => [...tableOf(simulation, backupTaskSession)]
export const sessionsOfJob = (simulation: Simulation, name: string) =>
  sessionsOf(simulation).filter(({ JobName }) => JobName === name)

/** Every row there is, by type. */
export const everything = (simulation: Simulation): Record<string, unknown[]> =>
  Object.fromEntries(simulation.store.resources.map(({ name }) => [name, [...simulation.store.table(name)]]))

/** The id of a job, by its name. */
export const idOfJob = (simulation: Simulation, name: string): string =>
  [...simulation.state(jobState).jobs.values()].find((job) => job.name === name)!.id
