import type { Scenario } from '#seed-data'
import { hours } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { backupServer } from '../../resources/index.ts'

/** How it stands with a backup server, as its story and what befell it have it. */
export interface Standing {
  readonly server: { readonly id: string; readonly name: string }
  readonly isFlawless: boolean
  /** When EM lost its connection to it; never is infinitely late. */
  readonly lostAt: Instant
}

/** The standing of every backup server that there is. */
export function standingsOf(simulation: Simulation, scenario: Scenario, now: Instant): readonly Standing[] {
  const incidents = scenario.incidents ?? []
  return [...tableOf(simulation, backupServer)].map(({ id, Name }) => {
    const losses = incidents.flatMap((it) =>
      it.kind === 'offline' && it.server === Name ? [now - hours(it.hoursAgo)] : [],
    )
    return {
      server: { id, name: Name },
      isFlawless: scenario.servers.some((it) => it.name === Name && it.isFlawless === true),
      lostAt: Math.min(...losses),
    }
  })
}
