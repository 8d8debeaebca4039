import type { Scenario } from '#seed-data'
import type { Sliced } from '../clock/sliced.ts'
import type { Instant } from '../clock/instant.ts'
import type { Simulation } from '../simulation/core/simulation.ts'

/** One part of an estate, for which the servers and jobs of the scenario are there already. */
export interface Seeder {
  /** Whether what it makes lives through the past, or is what it would have become by then. */
  readonly when: 'before the past' | 'after the past'
  /** Those whose rows it looks at. */
  readonly after?: readonly Seeder[]
  /** Does it, in slices if it takes long. Throws a ScenarioError for a name that leads nowhere. */
  readonly seed: (simulation: Simulation, past: Past) => void | Sliced<void>
}

/** What the scenario's past is: from `start` to `now`. */
interface Past {
  readonly scenario: Scenario
  readonly start: Instant
  readonly now: Instant
}
