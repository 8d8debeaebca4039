import { Chance } from '../chance/chance.ts'
import { Clock, type Pace } from '../clock/clock.ts'
import type { Instant } from '../clock/instant.ts'
import type { Database } from '../model/names.ts'
import type { Resource } from '../model/resource.ts'
import { Store, type Held } from '../store/store.ts'
import type { AgendaEntries } from './happening.ts'
import { happen } from './happenings.ts'
import { World } from './world.ts'

/** The maps of a world, all of them: the compiler misses one that is not here. */
const mapNames = {
  jobs: true,
  runs: true,
  restores: true,
  startedPlans: true,
  chains: true,
  machines: true,
  fixedOutcomes: true,
  orders: true,
  movesOf: true,
  pieces: true,
  taskOrders: true,
  taskCounts: true,
  mountCounts: true,
} as const satisfies Record<MapName, true>
type MapName = {
  [K in keyof World]: World[K] extends ReadonlyMap<string, unknown> ? K : never
}[keyof World]

/** What a world knows beside its rows. */
export type LifeMaps = { readonly [K in MapName]: World[K] }
type Rest = Pick<World, 'moves' | 'knownRuns' | 'failures' | 'isProvider'>

/** A world at one moment, to go back to and to begin others with. Nothing in it ever changes. */
export interface WorldState extends Rest {
  readonly seed: number
  readonly database: Database
  readonly resources: readonly Resource[]
  readonly pace: Pace
  readonly now: Instant
  readonly held: Held
  readonly agenda: AgendaEntries
  readonly unreached: readonly string[]
  readonly maps: LifeMaps
}

/** A world in which nothing is under way, and everything can happen. */
export const newWorld = (clock: Clock, store: Store, chance: Chance): World =>
  new World(clock, store, chance, happen)

/**
 * Takes down how a world stands, in some microseconds: its rows are shared, and copied when one of those who share them
 * changes something.
 * @param now what its clock is to say: what it says now, unless given.
 */
export function captureWorld(world: World, now: Instant = world.clock.now()): WorldState {
  const { moves, knownRuns, failures, isProvider, store, clock, chance } = world
  return {
    seed: chance.seed,
    database: store.database,
    resources: store.resources,
    pace: clock.pace,
    now,
    held: store.share(),
    agenda: world.agenda.entries(),
    unreached: [...world.unreached],
    maps: copyOf(world),
    moves,
    knownRuns,
    failures,
    isProvider,
  }
}

/** A world that stands as was taken down, and goes on from there by itself. */
export function openWorld(state: WorldState): World {
  const { seed, database, resources, pace, now, held, agenda, unreached } = state
  const { moves, knownRuns, failures, isProvider } = state
  const world = newWorld(
    new Clock(pace, now),
    new Store(resources, database, held),
    new Chance(seed),
  )
  Object.assign(world, { ...copyOf(state.maps), moves, knownRuns, failures, isProvider })
  for (const id of unreached) world.unreached.add(id)
  for (const { at, what } of agenda) world.agenda.note(at, what)
  return world
}

/** What the maps hold is immutable but for the runs under way, which count up. */
function copyOf(maps: LifeMaps): LifeMaps {
  const copies = Object.fromEntries(Object.keys(mapNames).map((name) => [name, new Map<string, unknown>(maps[name as MapName])])) // prettier-ignore
  return { ...copies, runs: structuredClone(maps.runs) } as unknown as LifeMaps
}
