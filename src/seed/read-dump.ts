import { failures, type Scenario } from '#seed-data'
import { readPace } from '../clock/clock.ts'
import { readInstant } from '../clock/read-instant.ts'
import { DUMP_FORMAT, type DumpDocument } from '../dump/dump.ts'
import type { NamedRule } from '../faults/read-fault.ts'
import type { Fault, CapturedFault } from '../faults/faults.ts'
import { finish, type Sliced } from '../clock/sliced.ts'
import { checking, firstOf, type Complaint } from '../json-schema/check.ts'
import { isText } from '../json-schema/long-text.ts'
import { Place } from '../json-schema/place.ts'
import { readingText } from '../json-schema/read-text.ts'
import { readingValue } from '../json-schema/read-value.ts'
import type { JsonShape } from '../json-schema/kinds.ts'
import { Baseline } from '../simulation/core/baseline.ts'
import { readStates } from '../simulation/states.ts'
import { outcomeState } from '../simulation/jobs/outcome-state.ts'
import type { SimulationState } from '../simulation/core/capture.ts'
import type { LogonsState } from '../auth/logon-sessions.ts'
import { ApiError } from '../model/api-error.ts'
import { resources } from '../resources/index.ts'
import { Store } from '../store/store.ts'
import { checkDump } from '../dump/check-dump.ts'
import { dumpShape } from '../dump/dump-shape.ts'
import { checkScenario } from './scenario/read-scenario.ts'
import { ScenarioError } from './scenario/scenario-error.ts'

/** A world as a dump has it. */
export interface Written {
  /** Goes back to this very state. */
  readonly baseline: Baseline
  readonly world: SimulationState
  readonly logons: LogonsState
  readonly faults: readonly CapturedFault[]
}

/** Reads a fault rule. Throws an error for what is none. */
export type ReadRule = (rule: NamedRule) => Fault

/**
 * Reads a dump: a text, or what JSON has made of it. Throws a ScenarioError that says where it is wrong (line and column
 * of a text, else the path), what was found, and what was expected. It is work in slices.
 * @param called what it is called there.
 */
export function* readDump(given: unknown, called: string, readRule: ReadRule): Sliced<Written> {
  return (yield* read(given, called, readRule, () => ({ path: [], says: notDump }))) as Written
}

const notDump = `found something else, expected a dump: {"format":"${DUMP_FORMAT}",…}, as mock-em dump writes it.`

/**
 * Reads what worlds may begin as: a dump, or a scenario; the text of a file may have comments. Throws as `readDump` does.
 */
export const readStory = (given: unknown, called: string, readRule: ReadRule): Written | Scenario =>
  finish(read(given, called, readRule, checkScenario, true))

function* read(
  given: unknown,
  called: string,
  readRule: ReadRule,
  checkOther: (value: unknown) => Complaint | undefined,
  comments?: true,
): Sliced<Written | Scenario> {
  const faults: CapturedFault[] = []
  const checks = {
    *check(value: unknown): Sliced<Complaint | undefined> {
      if (!isDump(value)) return checkOther(value)
      return (
        (yield* checking(value, (shape ??= dumpShape()))) ??
        (yield* checkDump(value)) ??
        readFaults(new Place(value), readRule, faults)
      )
    },
    fail: (sentence: string) => new ScenarioError(sentence),
    ...(comments && { comments }),
  }
  const value = isText(given) ? yield* readingText(given, called, checks) : yield* readingValue(given, called, checks)
  return isDump(value) ? yield* writtenIn(value as unknown as DumpDocument, faults) : (value as Scenario)
}

const isDump = (value: unknown): value is { readonly format: unknown } =>
  typeof value === 'object' && value !== null && 'format' in value

let shape: JsonShape | undefined

function readFaults(dump: Place, readRule: ReadRule, faults: CapturedFault[]): Complaint | undefined {
  return firstOf(dump.member('faults')?.items() ?? [], (place) => {
    const { matched, hits, ...rule } = place.value as DumpDocument['faults'][number]
    try {
      faults.push({ fault: readRule(rule as NamedRule), matched, hits })
      return undefined
    } catch (error) {
      if (error instanceof ApiError) return place.complain(error.message)
      throw error
    }
  })
}

function* writtenIn(dump: DumpDocument, faults: readonly CapturedFault[]): Sliced<Written> {
  const { scenario, seed, database, clock, agenda } = dump
  const store = new Store(resources, database)
  for (const [type, rows] of Object.entries(dump.rows))
    for (const row of rows) {
      store.table(type).add(row)
      yield
    }
  const states = readStates(dump)
  states.of(outcomeState).failures = failures
  const world: SimulationState = {
    seed,
    database,
    resources,
    pace: readPace(clock.mode) ?? 'real',
    now: readInstant(clock.now) ?? 0,
    held: store.share(),
    agenda,
    states,
  }
  return { baseline: Baseline.at(scenario, world), world, logons: dump.logons, faults }
}
