// Module simulation: what happens by itself or on demand, as discrete events. No HTTP, no seed-data.
import { EventQueue } from '../../clock/event-queue.ts'
import type { Clock } from '../../clock/clock.ts'
import type { Instant } from '../../clock/instant.ts'
import { finish, type Sliced } from '../../clock/sliced.ts'
import type { Chance } from '../../random/chance.ts'
import { stamp, type Database } from '../../model/names.ts'
import type { Store } from '../../store/store.ts'
import type { SimulationEvent } from './event.ts'
import type { Group, Slots, States, ValuesOf } from './state.ts'

/** After so many events it is looked whether there is room for more. */
const OFTEN = 16

/** What an event does to a world. */
export type Happen = (simulation: Simulation, event: SimulationEvent) => void
type Listener = (at: Instant, event: SimulationEvent) => void

/** Clock, store and chance together, and what is under way in them. It moves only when it is looked at (decision 4). */
export class Simulation {
  readonly clock: Clock
  readonly store: Store
  readonly chance: Chance
  readonly eventQueue = new EventQueue<SimulationEvent>()
  readonly database: Database

  /** What it knows beside its rows. */
  readonly states: States

  /** Looks whether there is room for more to happen: simulated time comes no farther where there is none. */
  canGoOn = (): boolean => true

  readonly #happen: Happen
  #at: Instant | undefined
  #lived = 0
  #watch: Listener | undefined
  #heard: Listener | undefined

  constructor(clock: Clock, store: Store, chance: Chance, states: States, happen: Happen) {
    this.clock = clock
    this.store = store
    this.chance = chance
    this.database = store.database
    this.states = states
    this.#happen = happen
  }

  /** What a group of its state holds: `world.state(jobState).jobs`. Throws a plain Error for a group that no world has. */
  state<S extends Slots>(group: Group<S>): ValuesOf<S> {
    return this.states.of(group)
  }

  /** The instant of the event that is run; between events, the clock's. As the database stores it. */
  now(): Instant {
    return this.#at ?? stamp(this.clock.now(), this.database)
  }

  /** Notes that something will happen. */
  note(at: Instant, event: SimulationEvent): void {
    this.eventQueue.note(stamp(at, this.database), event)
  }

  /** Lets something happen at once. */
  runEvent(event: SimulationEvent): void {
    this.#happen(this, event)
    this.#watch?.(this.now(), event)
    this.#heard?.(this.now(), event)
  }

  /** Tells everything that happens during some work, which is such that lets time pass. */
  *watch(work: Sliced<unknown>, tell: Listener): Sliced<void> {
    this.#watch = tell
    try {
      yield* work
    } finally {
      this.#watch = undefined
    }
  }

  /** Tells everything that happens from now on, instead of whom it was told before. */
  hear(tell: Listener | undefined): void {
    this.#heard = tell
  }

  /** Whether anything is due by the clock's now. */
  get isDue(): boolean {
    return this.eventQueue.next <= this.clock.now()
  }

  /**
   * Lets everything happen that is due, in order: by the clock's now, or by a given instant. One comparison when nothing
   * is. @returns whether all of it has: if there is no room for more, the clock stands where it has come to.
   */
  catchUp(until: Instant = this.clock.now()): boolean {
    return this.eventQueue.next > until || finish(this.catchingUp(until))
  }

  /** The same, as work that may be left off after each thing that happens. @param until now, when it begins, if not given. */
  *catchingUp(until?: Instant): Sliced<boolean> {
    const end = until ?? this.clock.now()
    for (let due = this.eventQueue.take(end); due !== undefined; due = this.eventQueue.take(end)) {
      this.#live(due)
      if (++this.#lived % OFTEN === 0 && !this.canGoOn()) {
        this.clock.stopAt(due.at)
        return false
      }
      yield
    }
    return true
  }

  #live({ at, what }: { readonly at: Instant; readonly what: SimulationEvent }): void {
    try {
      this.#at = at
      this.runEvent(what)
    } finally {
      this.#at = undefined
    }
  }
}
