import { Chance } from '../../random/chance.ts'
import { Clock, type Pace } from '../../clock/clock.ts'
import type { Instant } from '../../clock/instant.ts'
import type { Database } from '../../model/names.ts'
import type { Resource } from '../../model/resource.ts'
import { Store, type Held } from '../../store/store.ts'
import type { AgendaEntries } from './event.ts'
import { runEvent } from './events.ts'
import type { States } from './state.ts'
import { emptyStates } from '../states.ts'
import { Simulation } from './simulation.ts'

/** A world at one moment, to go back to and to begin others with. Nothing in it ever changes. */
export interface SimulationState {
  readonly seed: number
  readonly database: Database
  readonly resources: readonly Resource[]
  readonly pace: Pace
  readonly now: Instant
  readonly held: Held
  readonly agenda: AgendaEntries
  /** What it knows beside its rows. */
  readonly states: States
}

/** A world in which nothing is under way, and everything can happen. */
export const newWorld = (clock: Clock, store: Store, chance: Chance): Simulation =>
  new Simulation(clock, store, chance, emptyStates(), runEvent)

/**
 * Takes down how a world stands, in some microseconds: its rows are shared, and copied when one of those who share them
 * changes something.
 * @param now what its clock is to say: what it says now, unless given.
 */
export const captureSimulation = (simulation: Simulation, now: Instant = simulation.clock.now()): SimulationState => ({
  seed: simulation.chance.seed,
  database: simulation.store.database,
  resources: simulation.store.resources,
  pace: simulation.clock.pace,
  now,
  held: simulation.store.share(),
  agenda: simulation.eventQueue.entries(),
  states: simulation.states.copy(),
})

/** A world that stands as was taken down, and goes on from there by itself. */
export function openSimulation(state: SimulationState): Simulation {
  const { seed, database, resources, pace, now, held, agenda, states } = state
  const simulation = new Simulation(
    new Clock(pace, now),
    new Store(resources, database, held),
    new Chance(seed),
    states.copy(),
    runEvent,
  )
  for (const { at, what } of agenda) simulation.eventQueue.note(at, what)
  return simulation
}
