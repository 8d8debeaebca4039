import type { Incident, Scenario } from '#seed-data'
import { days, hours, minutes } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { fixOutcome } from '../../simulation/jobs/outcome.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { backupServer, repository } from '../../resources/index.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'
import { scenarioTimeOfDay } from '../scenario/time-of-day.ts'
import type { Seeder } from '../seeder.ts'
import { jobState } from '../../simulation/jobs/job-state.ts'
import { knownRunState } from '../../simulation/jobs/known-run-state.ts'

export const incidentsSeeder: Seeder = {
  when: 'before the past',
  seed: (simulation, { scenario, now }) => plantIncidents(simulation, scenario, now),
}

/** Fixes what a scenario says befell, and the ids that it wrote down. Throws a ScenarioError for an unknown name. */
function plantIncidents(simulation: Simulation, scenario: Scenario, now: Instant): void {
  const jobs = new Map<string, string>()
  for (const { id, name } of simulation.state(jobState).jobs.values()) jobs.set(name, id)
  const idOfJob = (name: string): string => {
    const id = jobs.get(name)
    if (id === undefined) throw new ScenarioError(`There is no job "${name}" for this to befall.`)
    return id
  }
  for (const incident of scenario.incidents ?? []) plantIncident(simulation, incident, now, idOfJob)
  simulation.state(knownRunState).knownRuns = (scenario.known ?? []).map(({ id, job, night: n }) => ({
    id: id.toLowerCase(),
    job: idOfJob(job),
    ...night(now, n),
  }))
}

function plantIncident(
  simulation: Simulation,
  incident: Incident,
  now: Instant,
  idOfJob: (name: string) => string,
): void {
  switch (incident.kind) {
    case 'started': {
      const job = idOfJob(incident.job)
      return simulation.note(now - minutes(incident.minutesAgo), { what: 'start', job })
    }
    case 'fills': {
      const at = timeOf(now, incident)
      for (const id of repositoriesNamed(simulation, incident.repository))
        simulation.note(at, { what: 'fill', repository: id })
      return
    }
    case 'offline': {
      const server = serverNamed(simulation, incident.server)
      return simulation.note(now - hours(incident.hoursAgo), { what: 'offline', server })
    }
    case 'fails':
    case 'warns': {
      const job = idOfJob(incident.job)
      for (const n of incident.nights) fixOutcome(simulation, job, { ...night(now, n), ...fate(incident) })
    }
  }
}

function repositoriesNamed(simulation: Simulation, name: string): readonly string[] {
  const named = [...tableOf(simulation, repository)].filter((it) => it.Name === name && it.Capacity >= 0)
  if (named.length === 0) throw new ScenarioError(`There is no repository "${name}" that could be full.`)
  return named.map(({ id }) => id)
}

function serverNamed(simulation: Simulation, name: string): string {
  const found = [...tableOf(simulation, backupServer)].find((it) => it.Name === name)
  if (found === undefined) throw new ScenarioError(`There is no backup server "${name}".`)
  return found.id
}

/** A time of day in a night, which begins at noon, or the last that has been. */
function timeOf(now: Instant, { at, night: n }: { readonly at: string; readonly night?: number }): Instant {
  const time = scenarioTimeOfDay(at)
  if (n === undefined) return Math.floor((now - time) / days(1)) * days(1) + time
  return night(now, n).from + ((time + hours(12)) % days(1))
}

/** When people say that a night has begun, UTC. */
const EVENING = hours(18)

/** From noon to noon, UTC; -1 is the one that began last, on the evening before or, later than that, today. */
function night(now: Instant, n: number): { readonly from: Instant; readonly until: Instant } {
  const noon = Math.floor((now - EVENING) / days(1)) * days(1) + hours(12)
  return { from: noon + days(n + 1), until: noon + days(n + 2) }
}

const fate = ({ kind, object, attempts = 1, reason }: Extract<Incident, { readonly kind: 'fails' | 'warns' }>) => ({
  result: kind === 'fails' ? ('Failed' as const) : ('Warning' as const),
  attempts,
  ...(object !== undefined && { object }),
  ...(reason !== undefined && { reason }),
})
