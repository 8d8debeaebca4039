// Room life: what happens by itself or on demand. Opens resources, store, model, json, guest, clock and chance; no HTTP, no seed-data.
import { Agenda } from '../clock/agenda.ts'
import type { Clock } from '../clock/clock.ts'
import type { Instant } from '../clock/instant.ts'
import { finish, type Sliced } from '../clock/sliced.ts'
import type { Chance } from '../chance/chance.ts'
import { stamp, type Database } from '../model/names.ts'
import type { Store } from '../store/store.ts'
import type { Restore } from './restores.ts'
import type { SpareMachine } from './machines.ts'
import type { TaskOrder } from './task.ts'
import type { Moves, Piece } from './work.ts'
import type { Happening } from './happening.ts'
import type { Failure, FixedOutcome, KnownRun, LivingJob, Order, Point, Run } from './living.ts'

/** After so many happenings it is looked whether there is room for more. */
const OFTEN = 16

/** What a happening does to a world. */
export type Happen = (world: World, happening: Happening) => void
type Listener = (at: Instant, happening: Happening) => void

/** Clock, store and chance together, and what is under way in them. It moves only when it is looked at (decision 4). */
export class World {
  readonly clock: Clock
  readonly store: Store
  readonly chance: Chance
  readonly agenda = new Agenda<Happening>()
  readonly database: Database

  readonly jobs = new Map<string, LivingJob>()
  /** By session. */
  readonly runs = new Map<string, Run>()
  /** Restores and failovers under way, by session. */
  readonly restores = new Map<string, Restore>()
  /** The failover plans that have been started and not undone, with the sessions of that. */
  readonly startedPlans = new Map<string, readonly string[]>()
  /** By backup, or by machine in a replica, oldest first. */
  readonly chains = new Map<string, readonly Point[]>()
  /** What no job works on any more, by its reference. */
  readonly machines = new Map<string, SpareMachine>()
  /** By job; the first that fits counts. */
  readonly fixedOutcomes = new Map<string, readonly FixedOutcome[]>()
  /** The backup servers that EM cannot reach. */
  readonly unreached = new Set<string>()
  /** By job; the first is for its next run. */
  readonly orders = new Map<string, readonly Order[]>()
  /** How work moves, and that of jobs that move otherwise. */
  moves: Moves = { moves: 'time' }
  readonly movesOf = new Map<string, Moves>()
  /** What waits to be moved on, by the session of the run, or by the task. */
  readonly pieces = new Map<string, Piece>()
  /** What tasks are yet to do, by task. */
  readonly taskOrders = new Map<string, TaskOrder>()
  /** How many tasks a logon session has had. */
  readonly taskCounts = new Map<string, number>()
  /** How many mounts a logon session has had. */
  readonly mountCounts = new Map<string, number>()
  knownRuns: readonly KnownRun[] = []
  failures: readonly Failure[] = []
  /** Whether it has a provider's license: the logon document leads to `/cloud` then. */
  isProvider = false

  /** Looks whether there is room for more to happen: story time comes no farther where there is none. */
  canGoOn = (): boolean => true

  readonly #happen: Happen
  #at: Instant | undefined
  #lived = 0
  #watch: Listener | undefined
  #heard: Listener | undefined

  constructor(clock: Clock, store: Store, chance: Chance, happen: Happen) {
    this.clock = clock
    this.store = store
    this.chance = chance
    this.database = store.database
    this.#happen = happen
  }

  /** The instant of what is happening; between happenings, the clock's. As the database stores it. */
  now(): Instant {
    return this.#at ?? stamp(this.clock.now(), this.database)
  }

  /** Notes that something will happen. */
  note(at: Instant, happening: Happening): void {
    this.agenda.note(stamp(at, this.database), happening)
  }

  /** Lets something happen at once. */
  happen(happening: Happening): void {
    this.#happen(this, happening)
    this.#watch?.(this.now(), happening)
    this.#heard?.(this.now(), happening)
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
    return this.agenda.next <= this.clock.now()
  }

  /**
   * Lets everything happen that is due, in order: by the clock's now, or by a given instant. One comparison when nothing
   * is. @returns whether all of it has: if there is no room for more, the clock stands where it has come to.
   */
  settle(until: Instant = this.clock.now()): boolean {
    return this.agenda.next > until || finish(this.settling(until))
  }

  /** The same, as work that may be left off after each thing that happens. @param until now, when it begins, if not given. */
  *settling(until?: Instant): Sliced<boolean> {
    const end = until ?? this.clock.now()
    for (let due = this.agenda.take(end); due !== undefined; due = this.agenda.take(end)) {
      this.#live(due)
      if (++this.#lived % OFTEN === 0 && !this.canGoOn()) {
        this.clock.stopAt(due.at)
        return false
      }
      yield
    }
    return true
  }

  #live({ at, what }: { readonly at: Instant; readonly what: Happening }): void {
    try {
      this.#at = at
      this.happen(what)
    } finally {
      this.#at = undefined
    }
  }
}
