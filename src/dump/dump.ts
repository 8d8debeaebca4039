// Module dump: a world written down as JSON, its shape and its checks.
import { writeInstant } from '../clock/instant.ts'
import type { Sliced } from '../clock/sliced.ts'
import { paceWord } from '../clock/clock.ts'
import { writeStates, type WrittenIn } from '../simulation/states.ts'
import { captureSimulation, type SimulationState } from '../simulation/core/capture.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import type { LogonSessions, LogonsState } from '../auth/logon-sessions.ts'
import type { Row } from '../model/shape.ts'
import type { Faults } from '../faults/faults.ts'
import type { KeptFault } from '../faults/fault-shape.ts'

/** What a dump calls itself, and how it is written. */
export const DUMP_FORMAT = 'mock-enterprise-manager dump'
export const DUMP_VERSION = 1

/** A world written down: plain data, and the same text whenever the world is the same. Instants are microseconds since 1970. */
export interface DumpDocument extends WrittenIn<'world'>, WrittenIn<'rest'> {
  readonly format: typeof DUMP_FORMAT
  readonly version: typeof DUMP_VERSION
  readonly scenario: string
  readonly seed: number
  readonly database: SimulationState['database']
  readonly clock: { readonly mode: string; readonly now: string }
  /** By type, in the order they were added; types that have none are left out. */
  readonly rows: Readonly<Record<string, readonly Row[]>>
  /** What the world knows beside its rows: each a list of keys and values. */
  readonly life: WrittenIn<'life'>
  readonly agenda: SimulationState['agenda']
  readonly logons: LogonsState
  readonly faults: readonly KeptFault[]
}

/** What of a world is written down. */
interface Dumped {
  readonly simulation: Simulation
  readonly logons: LogonSessions
  readonly faults: Faults
  readonly baseline: { readonly scenario: string }
}

/** Writes down how a world stands, once everything that is due has happened: work in slices, all of one moment if the world stands still. */
export function* writeDump({ simulation, logons, faults, baseline: origin }: Dumped): Sliced<DumpDocument> {
  yield* simulation.catchingUp()
  const state = captureSimulation(simulation)
  const { seed, database, pace, now, agenda, states } = state
  const rows: Record<string, readonly Row[]> = {}
  for (const { name, inside } of state.resources) {
    if (inside !== undefined) continue
    const held: Row[] = []
    for (const row of simulation.store.table(name)) {
      held.push(row)
      yield
    }
    if (held.length > 0) rows[name] = held
  }
  return {
    format: DUMP_FORMAT,
    version: DUMP_VERSION,
    scenario: origin.scenario,
    seed,
    database,
    ...writeStates(states, 'world'),
    clock: { mode: paceWord(pace), now: writeInstant(now) },
    rows,
    life: writeStates(states, 'life'),
    agenda,
    ...writeStates(states, 'rest'),
    logons: logons.capture(),
    faults: faults.list(),
  }
}
