import type { Scenario } from '#seed-data'
import { finish, type Sliced } from '../clock/sliced.ts'
import { Chance } from '../random/chance.ts'
import { Clock, type Pace } from '../clock/clock.ts'
import type { Instant } from '../clock/instant.ts'
import { readSimulatedStart } from '../clock/read-instant.ts'
import { Baseline } from '../simulation/core/baseline.ts'
import { newWorld } from '../simulation/core/capture.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { stamp, type Database } from '../model/names.ts'
import { resources } from '../resources/index.ts'
import { Store } from '../store/store.ts'
import { scenarioNamed } from './scenario/find-scenario.ts'
import { livePast, seedSimulation, type TellDay } from './seed-simulation.ts'

export interface SimulationOptions {
  /** A scenario, or the name of one that is built in. */
  readonly scenario: string | Scenario
  /** A whole number from 0 up; the same seed makes the same world. */
  readonly seed: number
  /** Where simulated time starts: given here, by the scenario, or else the wall's now. */
  readonly now?: Instant
  /** How simulated time passes: given here, by the scenario, or else as the wall's. */
  readonly pace?: Pace
  readonly database: Database
  /** How many sessions a scenario in bulk has; others do not care. */
  readonly sessions?: number
  /** Is told while the past is lived. */
  readonly tell?: TellDay
}

/**
 * Plants a scenario in the past and lives it until now (decision 5). The
 * same scenario, seed, now and database make the same rows, on every machine. Throws a ScenarioError for an unknown scenario or a name in it that leads nowhere.
 */
export const makeSimulation = (options: SimulationOptions): Simulation => makeBaseline(options).open()

/** The same, for as many worlds as are wanted: all of them begin alike. */
export const makeBaseline = (options: SimulationOptions): Baseline => finish(makingBaseline(options))

/** The same, as work in slices. */
export function* makingBaseline(options: SimulationOptions): Sliced<Baseline> {
  const scenario = scenarioOf(options)
  const told = options.now ?? (scenario.now === undefined ? undefined : readSimulatedStart(scenario.now))
  const pace = options.pace ?? scenario.clock ?? 'real'
  // A start that is told stands still until the past is lived; the wall's now goes on meanwhile.
  const clock = new Clock(told === undefined ? pace : 'frozen', told)
  const now = stamp(clock.now(), options.database)
  const store = new Store(resources, options.database)
  const simulation = newWorld(clock, store, new Chance(options.seed))
  yield* seedSimulation(simulation, scenario, now)
  yield* livePast(simulation, scenario, now, options.tell)
  clock.pace = pace
  return Baseline.lived(scenario.name, simulation, now)
}

function scenarioOf({ scenario: asked, sessions }: SimulationOptions): Scenario {
  const scenario = typeof asked === 'string' ? scenarioNamed(asked) : asked
  if (scenario.bulk === undefined || sessions === undefined) return scenario
  return { ...scenario, bulk: { ...scenario.bulk, sessions } }
}
