// Module worlds: a world is a simulation with its logons, journal and faults; a server has many, within one budget of memory.
import { Faults, type CapturedFault } from '../faults/faults.ts'
import { Journal } from '../journal/journal.ts'
import { milliseconds } from '../clock/duration.ts'
import type { Sliced } from '../clock/sliced.ts'
import { forgetLogon } from '../simulation/core/forget-logon.ts'
import type { Baseline } from '../simulation/core/baseline.ts'
import { openSimulation, type SimulationState } from '../simulation/core/capture.ts'
import { ClockControl, type ClockState } from '../simulation/core/clock-control.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { LogonSessions, type LogonsState } from '../auth/logon-sessions.ts'
import type { Settings } from '../config/options.ts'
import { RowCache, type CacheBudget } from '../wire/row-cache.ts'
import { Events } from './events.ts'
import { Lock } from './lock.ts'
import type { Log } from '../log/log.ts'
import type { Operations } from '../operations/operations.ts'
import type { Outgoing } from './outgoing.ts'
import { readParameters } from '../query/parameters.ts'
import { ResponseCache } from './response-cache.ts'
import type { Slices } from './slices.ts'
import { ShownLinks } from './shown-links.ts'

/** What all worlds have in common. */
export interface Common {
  readonly settings: Settings
  readonly log: Log
  /** Told of every logon and its end, so that a token leads to its world. */
  readonly logons: {
    opened(token: string, world: World): void
    ended(token: string): void
  }
  readonly budget: CacheBudget
  readonly memoryGuard: MemoryGuard
  readonly outgoing: Outgoing
  readonly operations: Operations
  readonly slices: Slices
}

/** Whether there is room in memory for what a world comes to hold, once what others can do without was let go of. */
export interface MemoryGuard {
  /** Throws a 507 ApiError if there is none. @param what it is for, as a sentence has it. */
  afford(world: World, what: string): void
  /** Whether there is enough for time to go on. */
  canGoOn(world: World): boolean
  /** Something was given up. */
  freed(): void
}

/** Why a world was let go of: nobody had asked for so long, there were too many, or there was no room in memory. */
export type Why = 'idle' | 'number' | 'memory'

/** How a world stood at one moment. */
export interface Snapshot {
  readonly world: SimulationState
  readonly logons: LogonsState
  readonly baseline: Baseline
  readonly faults: readonly CapturedFault[]
}

/** What the journal of a world beside the default may hold: there may be many. */
const small = { most: 2000, mostBytes: 1 << 20 } as const

/** One world with everything that a request may need, and that no other world sees. */
export class World {
  /** `default`, or what the world is called. */
  readonly name: string
  readonly settings: Settings
  readonly log: Log
  readonly logons: LogonSessions
  readonly outgoing: Outgoing
  readonly operations: Operations
  readonly events = new Events()
  readonly journal: Journal
  readonly faults: Faults
  /** Whose turn it is. */
  readonly lock: Lock
  /** What has to end when it closes. */
  readonly open = new Set<() => void>()
  /** What answers have shown, where that matters. */
  readonly links: ShownLinks | undefined
  readonly #budget: CacheBudget
  readonly memoryGuard: MemoryGuard
  /** Why a world of its name was let go of before, if one was. */
  readonly begunAnew: Why | undefined
  readonly #slices: Slices
  #simulation: Simulation
  #rowCache: RowCache
  #responseCache: ResponseCache

  /** What it goes back to. */
  baseline: Baseline
  /** By name, oldest first. */
  readonly snapshots = new Map<string, Snapshot>()

  constructor(name: string, baseline: Baseline, common: Common, begunAnew?: Why) {
    this.name = name
    this.memoryGuard = common.memoryGuard
    this.begunAnew = begunAnew
    const { settings, logons } = common
    this.settings = settings
    this.log = common.log
    this.outgoing = common.outgoing
    this.operations = common.operations
    this.lock = new Lock(common.slices)
    this.#slices = common.slices
    this.#budget = common.budget
    this.links = settings.strictLinks ? new ShownLinks() : undefined
    this.baseline = baseline
    this.faults = new Faults(() => this.#simulation.chance)
    this.journal = new Journal(readParameters, name === mainName ? {} : small)
    this.#simulation = baseline.open()
    this.#rowCache = this.#textsOf(this.#simulation)
    this.#responseCache = new ResponseCache(common.budget)
    this.#follow(this.#simulation)
    this.logons = new LogonSessions(milliseconds(settings.sessionTimeout), () => this.#simulation.chance.seed, {
      of: name === mainName ? [] : [name],
      opened: (token) => logons.opened(token, this),
      ended: (token, id) => {
        logons.ended(token)
        forgetLogon(this.#simulation, id)
      },
    })
  }

  get simulation(): Simulation {
    return this.#simulation
  }

  /** Does work in slices that needs no turn in the world. @returns its result, at once if it came within a first slice. */
  beside<T>(work: Sliced<T>): T | Promise<T> {
    return new Lock(this.#slices).do(work)
  }

  /** Lets everything happen that is due when its turn comes. */
  *catchingUp(): Sliced<void> {
    yield* this.#simulation.catchingUp()
  }

  /** Puts another world in the place of this one, at once: whoever asks sees the one or the other. */
  set simulation(simulation: Simulation) {
    this.#forgetTexts()
    this.#simulation = simulation
    this.#follow(simulation)
    this.#rowCache = this.#textsOf(simulation)
    this.#responseCache = new ResponseCache(this.#budget)
    this.moved(new ClockControl(this).read())
  }

  /** Has everything stand as it did then, at once. What it goes back to is what it went back to then. */
  stand({ world, logons, baseline, faults }: Snapshot): void {
    const opened = openSimulation(world)
    this.faults.restore(faults)
    this.baseline = baseline
    this.logons.restore(logons)
    this.simulation = opened
  }

  /** Its simulated time was moved. */
  moved(state: ClockState): void {
    this.events.tell('clock', state)
  }

  get rowCache(): RowCache {
    return this.#rowCache
  }

  get responseCache(): ResponseCache {
    return this.#responseCache
  }

  /** Ends what is still open: nobody waits any more for what may happen. */
  end(): void {
    this.events.close()
    for (const end of [...this.open]) end()
  }

  /** Ends all that holds on to it. */
  close(): void {
    this.end()
    this.logons.restore({ opened: 0, held: [] })
    this.#forgetTexts()
  }

  /** Whether nobody listens to it or waits for its answer. */
  get isIdle(): boolean {
    return this.open.size === 0 && !this.events.isListenedTo
  }

  #follow(simulation: Simulation): void {
    this.events.follow(simulation)
    simulation.canGoOn = () => this.memoryGuard.canGoOn(this)
  }

  #forgetTexts(): void {
    this.#rowCache.close()
    this.#responseCache.close()
  }

  #textsOf({ store }: Simulation): RowCache {
    return new RowCache(
      (type, id) => store.nameOf(type, id),
      () => store.epoch,
      this.#budget,
    )
  }
}

/** What the world is called that is there from the start. */
export const mainName = 'default'
