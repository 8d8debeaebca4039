// Values that programs give to options, for the members that are generated from the table of options.
import type { Pace } from '../clock/clock.ts'
import type { Role, User } from '../auth/roles.ts'
import type { scenarioNames } from './option-scenarios.ts'

export type { Scenario } from '#seed-data'

/** A scenario that is built in. */
export type ScenarioName = (typeof scenarioNames)[number]

/** The path of a scenario file or a dump. What has none of these characters is the name of a scenario. */
export type ScenarioFile = `${string}.${string}` | `${string}/${string}` | `${string}\\${string}`

/** Who may log on; a Portal Administrator if no role is given. */
export interface GivenUser extends Omit<User, 'role'> {
  readonly role?: Role | undefined
}

/** How simulated time runs: as the `real` one, `frozen`, or N times as fast (`60x`). */
export type GivenPace = Exclude<Pace, string> | Word<Extract<Pace, string>>

export type GivenPort = number | Word<'off'>

/** These words, and any text besides. */
type Word<W extends string> = W | (string & {})
