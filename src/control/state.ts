import { type Sliced } from '../clock/sliced.ts'
import { nearest } from '../text/nearest.ts'
import { writeInstant } from '../clock/instant.ts'
import { dropTasks } from '../simulation/core/task.ts'
import { captureSimulation, openSimulation } from '../simulation/core/capture.ts'
import { errors } from '../model/api-error.ts'
import { freeName } from './free-name.ts'
import type { Baseline } from '../simulation/core/baseline.ts'
import type { World, Snapshot } from '../worlds/world.ts'
import type { Worlds } from '../worlds/worlds.ts'

/** What goes back to how it was seeded, a part at a time. */
export type Part = 'data' | 'clock' | 'logons' | 'tasks' | 'faults' | 'journal' | 'counters'
const parts: Readonly<Record<Part, (world: World) => void>> = {
  /** Everything in the world, which then lives until the clock's now. */
  data: (world: World) => {
    const { clock } = world.simulation
    world.simulation = openSimulation({ ...world.baseline.state, now: clock.now(), pace: clock.pace })
  },
  /** Time goes back only together with what has happened since. */
  clock: (world: World) => {
    world.simulation = openSimulation(world.baseline.state)
  },
  logons: ({ logons }: World) => logons.restore({ opened: 0, held: [] }),
  tasks: ({ simulation }: World) => dropTasks(simulation),
  faults: ({ faults }: World) => faults.clear(),
  journal: ({ journal }: World) => journal.clear(),
  counters: ({ journal }: World) => journal.resetCounts(),
}

/** What may be put back by itself. */
export const partNames = Object.keys(parts) as Part[]
/** What does not go back without another, and why. */
const together: readonly (readonly [Part, Part, string])[] = [
  ['clock', 'data', 'time goes back only together with what has happened'],
]

/** So many are kept in a world. */
const MOST_SNAPSHOTS = 100
const snapshotName = /^[\w .-]{1,100}$/

/** A snapshot as it is listed: its name, and what the simulated time was. */
export interface SnapshotListed {
  readonly name: string
  readonly now: string
}

/** How a world stands, to be put back, kept, and gone back to: the same as `/_mock/reset`, `snapshots` and `scenario`. */
export class State {
  readonly #world: World
  readonly #worlds: Worlds

  constructor(world: World, worlds: Worlds) {
    this.#world = world
    this.#worlds = worlds
  }

  /**
   * Goes back to how the scenario was seeded, at once: all of it, or these parts alone: data, clock, logons, tasks,
   * faults, journal, counters. Throws a 400 ApiError for what is no part, and for what does not go back without another;
   * nothing has changed then.
   */
  reset(what: readonly string[] = partNames): { readonly reset: readonly string[] } {
    const wanted = partNames.filter((name) => what.includes(name))
    if (wanted.length === 0)
      throw errors.badRequest(
        `Found nothing in what; it is a list of some of ${partNames.join(', ')}: {"what":["data"]}. Left out, it is all of them.`,
      )
    for (const [name, other, why] of together)
      if (wanted.includes(name) && !wanted.includes(other))
        throw errors.badRequest(
          `Found ${name} without ${other}: ${why}. Say both: ${JSON.stringify({ what: [...wanted, other] })}.`,
        )
    for (const name of ['logons', 'tasks', 'faults', 'journal', 'counters'] as const)
      if (wanted.includes(name)) parts[name](this.#world)
    // What a clock goes back to has the seeded data too.
    if (wanted.includes('clock')) parts.clock(this.#world)
    else if (wanted.includes('data')) parts.data(this.#world)
    // Tasks are data too, and go with it.
    return {
      reset: partNames.filter((name) => wanted.includes(name === 'tasks' ? 'data' : name) || wanted.includes(name)),
    }
  }

  /** The snapshots, oldest first. */
  snapshots(): { readonly snapshots: readonly SnapshotListed[] } {
    return { snapshots: [...this.#world.snapshots.keys()].map((name) => this.snapshot(name)) }
  }

  /** One of them. Throws a 404 ApiError if there is none of that name. */
  snapshot(name: string): SnapshotListed {
    return { name, now: writeInstant(this.#find(name).world.now) }
  }

  /**
   * Keeps how the world stands, under a name; another of that name is given up. Throws a 400 ApiError for what is no name.
   * @param name the first that is free of `snapshot-1`, `snapshot-2` and so on, if not given.
   */
  take(name = freeName('snapshot', this.#world.snapshots)): SnapshotListed {
    const { snapshots, simulation, logons, baseline, faults } = this.#world
    if (!snapshotName.test(name))
      throw errors.badRequest(
        `Found name ${JSON.stringify(name.slice(0, 120))}; a snapshot is called by 1 to 100 letters, digits, blanks, dots, dashes and underscores: {"name":"before"}.`,
      )
    if (snapshots.size >= MOST_SNAPSHOTS && !snapshots.has(name))
      throw errors.badRequest(
        `There are ${MOST_SNAPSHOTS} snapshots already. Drop one: DELETE /_mock/snapshots/{name}.`,
      )
    simulation.catchUp()
    snapshots.delete(name)
    snapshots.set(name, {
      world: captureSimulation(simulation),
      logons: logons.capture(),
      baseline,
      faults: faults.capture(),
    })
    return { name, now: writeInstant(simulation.clock.now()) }
  }

  /** Goes back to a snapshot, at once; it stays, to be gone back to again. Throws a 404 ApiError if there is none of that name. */
  restore(name: string): SnapshotListed {
    this.#world.stand(this.#find(name))
    return this.snapshot(name)
  }

  /** Throws a 404 ApiError if there is none of that name. */
  drop(name: string): { readonly dropped: string } {
    this.#find(name)
    this.#world.snapshots.delete(name)
    return { dropped: name }
  }

  dropAll(): { readonly dropped: readonly string[] } {
    const dropped = [...this.#world.snapshots.keys()]
    this.#world.snapshots.clear()
    return { dropped }
  }

  /** The scenario that the world goes back to. */
  scenario(): { readonly scenario: string } {
    return { scenario: this.#world.baseline.scenario }
  }

  /**
   * Has another scenario instead: one that is built in, by its name, or a whole one. Everything begins anew, logons
   * included. Rejects with a 400 ApiError for what is none; nothing has changed then.
   */
  async play(scenario: unknown, now?: string): Promise<{ readonly scenario: string }> {
    const seeding = await this.#worlds.seedScenario(scenario, now)
    return this.#world.lock.do(this.#playing(seeding))
  }

  *#playing(seeding: Sliced<Baseline>): Sliced<{ readonly scenario: string }> {
    const baseline = yield* seeding
    // Lived through before anything changes: a world that cannot be made leaves the old one.
    const simulation = openSimulation(baseline.state)
    this.#world.baseline = baseline
    this.#world.logons.restore({ opened: 0, held: [] })
    this.#world.simulation = simulation
    return this.scenario()
  }

  /**
   * Has everything stand as a dump says: a text, or what JSON has made of it. It goes back to that from now on. Rejects with
   * a 400 ApiError that says where the dump is wrong; nothing has changed then.
   */
  async load(dump: unknown): Promise<{ readonly scenario: string; readonly now: string }> {
    const reading = await this.#worlds.readDump(dump)
    return this.#world.lock.do(this.#loading(reading))
  }

  *#loading(reading: Sliced<Snapshot>): Sliced<{ readonly scenario: string; readonly now: string }> {
    const written = yield* reading
    this.#world.stand(written)
    return { ...this.scenario(), now: writeInstant(written.world.now) }
  }

  #find(name: string) {
    const { snapshots } = this.#world
    const found = snapshots.get(name)
    if (found !== undefined) return found
    const near = nearest(name, [...snapshots.keys()])
    throw errors.gone(
      `There is no snapshot "${name.slice(0, 100)}".${near === undefined ? '' : ` Did you mean "${near}"?`} GET /_mock/snapshots lists them.`,
    )
  }
}
