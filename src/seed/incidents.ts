import type { Incident, Scenario } from '#seed-data'
import { days, hours, minutes } from '../clock/duration.ts'
import type { Instant } from '../clock/instant.ts'
import { fixOutcome } from '../life/outcome.ts'
import type { World } from '../life/world.ts'
import { ScenarioError } from './scenario-error.ts'

/** Fixes what a scenario says befell, and the ids that it wrote down. Throws a ScenarioError for an unknown job. */
export function plantIncidents(world: World, scenario: Scenario, now: Instant): void {
  const jobs = new Map<string, string>()
  for (const { id, name } of world.jobs.values()) jobs.set(name, id)
  const idOfJob = (name: string): string => {
    const id = jobs.get(name)
    if (id === undefined) throw new ScenarioError(`There is no job "${name}" for this to befall.`)
    return id
  }
  for (const incident of scenario.incidents ?? []) {
    const job = idOfJob(incident.job)
    if (incident.kind === 'started')
      world.note(now - minutes(incident.minutesAgo), { what: 'start', job })
    else
      for (const n of incident.nights)
        fixOutcome(world, job, { ...night(now, n), ...fate(incident) })
  }
  world.knownRuns = (scenario.known ?? []).map(({ id, job, night: n }) => ({
    id: id.toLowerCase(),
    job: idOfJob(job),
    ...night(now, n),
  }))
}

/** From noon to noon, UTC; -1 is the last one that is over. */
function night(now: Instant, n: number): { readonly from: Instant; readonly until: Instant } {
  const noon = Math.floor((now - hours(12)) / days(1)) * days(1) + hours(12)
  return { from: noon + days(n), until: noon + days(n + 1) }
}

const fate = ({
  kind,
  object,
  attempts = 1,
  reason,
}: Exclude<Incident, { readonly kind: 'started' }>) => ({
  result: kind === 'fails' ? ('Failed' as const) : ('Warning' as const),
  attempts,
  ...(object !== undefined && { object }),
  ...(reason !== undefined && { reason }),
})
