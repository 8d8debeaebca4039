// What worlds may be asked to begin as, when a server starts and while it runs.
import { writeInstant } from '../clock/instant.ts'
import { readSimulatedStart } from '../clock/read-instant.ts'
import { workOf, type Sliced } from '../clock/sliced.ts'
import type { SeedScenario, ReadDump } from '../worlds/worlds.ts'
import type { Snapshot } from '../worlds/world.ts'
import { Baseline } from '../simulation/core/baseline.ts'
import { errors } from '../model/api-error.ts'
import { calledIn, findScenario } from '../seed/scenario/find-scenario.ts'
import { makeBaseline, makingBaseline, type SimulationOptions } from '../seed/make-simulation.ts'
import type { ReadRule, Written } from '../seed/read-dump.ts'
import { scenarioAsked } from '../seed/scenario/scenario-asked.ts'
import { ScenarioError } from '../seed/scenario/scenario-error.ts'

type Planting = Omit<SimulationOptions, 'scenario'>

/** What a server begins with: a seeded scenario, or how a dump says that everything stood. */
export type WorldBeginning = Baseline | Snapshot

/**
 * Plants the scenario of that name, what is in the file of that path, or what a program has handed over. Rejects with a ScenarioError for what is wrong.
 * A dump keeps its own seed and database; `pace` and `now` go before its own, but time does not go back.
 */
export async function beginAsked(asked: string | object, options: Planting): Promise<WorldBeginning> {
  const found = await findScenario(asked, ruleReader)
  return 'world' in found ? laterOf(found, calledIn(asked), options) : makeBaseline({ ...options, scenario: found })
}

function laterOf(written: Written, path: string, { pace, now }: Planting): Snapshot {
  if (now !== undefined && now < written.world.now)
    throw new ScenarioError(
      `${path} was written at ${writeInstant(written.world.now)}, and time does not go back to ${writeInstant(now)}.`,
    )
  const world = {
    ...written.world,
    pace: pace ?? written.world.pace,
    now: now ?? written.world.now,
  }
  return { ...written, world, baseline: Baseline.at(written.baseline.scenario, world) }
}

/** Rules are read by the filter's parser, which is loaded when there are some. */
async function ruleReader(): Promise<ReadRule> {
  const [{ readFault }, { knownOperations }, { served }] = await Promise.all([
    import('../faults/read-fault.ts'),
    import('../journal/known-operations.ts'),
    import('../http/routes/served.ts'),
  ])
  return (rule) => readFault(rule, knownOperations(served))
}

/** Reads a dump that is sent while a server runs. The work throws a 400 ApiError for what is wrong with it. */
export const readDumpAsked: ReadDump = async (given) => {
  const [{ readDump }, rule] = await Promise.all([import('../seed/read-dump.ts'), ruleReader()])
  return refusing(readDump(given, 'dump', rule))
}

/**
 * Plants what is asked for, with the options that the server was started with. Rejects with a 400 ApiError for a time that
 * is none; the work throws one for a scenario that is none.
 */
export function seedAsked(options: Planting): SeedScenario {
  return async (asked, time) => {
    const now = time === undefined ? options.now : readSimulatedStart(time)
    if (time !== undefined && now === undefined)
      throw errors.badRequest(`Found now "${time}"; it is a time from 1970 to 2199 such as 2026-01-15T08:00:00Z.`)
    const read = await scenarioAsked(asked)
    return refusing(workOf(() => makingBaseline({ ...options, scenario: read(), ...(now !== undefined && { now }) })))
  }
}

function* refusing<T>(work: Sliced<T>): Sliced<T> {
  try {
    return yield* work
  } catch (error) {
    if (error instanceof ScenarioError) throw errors.badRequest(error.message)
    throw error
  }
}
