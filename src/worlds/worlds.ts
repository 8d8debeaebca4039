import { hours } from '../clock/duration.ts'
import { wallNow } from '../clock/clock.ts'
import type { Instant } from '../clock/instant.ts'
import type { Sliced } from '../clock/sliced.ts'
import type { Baseline } from '../simulation/core/baseline.ts'
import { saysWorldName, worldName } from '../auth/world-of-user.ts'
import { errors } from '../model/api-error.ts'
import type { Settings } from '../config/options.ts'
import { CacheBudget } from '../wire/row-cache.ts'
import { World, mainName, type Common, type Snapshot, type Why } from './world.ts'
import type { Authority } from '../tls/authority.ts'
import type { Log } from '../log/log.ts'
import { Memory } from './memory.ts'
import type { Operations } from '../operations/operations.ts'
import { Outgoing } from './outgoing.ts'
import { Slices } from './slices.ts'
import { WaitingRequests } from './waiting.ts'

interface Making {
  readonly seedScenario: SeedScenario
  readonly readDump: ReadDump
  readonly version: string
  /** What is served. */
  readonly operations: Operations
}

/** Makes a scenario into what worlds begin as: one that is built in, by its name, or a whole one, as work in slices. Rejects with a 400 ApiError, and the work throws one. */
export type SeedScenario = (scenario: unknown, now?: string) => Promise<Sliced<Baseline>>
/** Reads a dump, a text or what JSON has made of it, into how everything stands, as work in slices. That throws a 400 ApiError. */
export type ReadDump = (dump: unknown) => Promise<Sliced<Snapshot>>

/** A world that nobody has asked for so long, in the wall's time, goes when another is made. */
const IDLE = hours(1)
/** So many are kept at once; the one that was asked longest ago goes first. */
const MOST = 2000

/** Of the idle worlds, so many go at once when there is no room: it takes long to see what came of it. */
const SHARE = 1 / 4
/** Names that a line of the log tells. */
const MOST_TOLD = 10

/** A world that was let go of. */
export interface Gone {
  readonly at: Instant
  readonly why: Why
}

/** All worlds of a server: the one that is there from the start, and those that are made when they are first asked for. */
export class Worlds {
  readonly settings: Settings
  readonly log: Log
  readonly main: World
  readonly seedScenario: SeedScenario
  readonly readDump: ReadDump
  /** Of this program. */
  readonly version: string
  readonly waiting = new WaitingRequests()
  readonly outgoing = new Outgoing()
  readonly operations: Operations
  /** Who signs its certificates, if it has HTTPS and they are not the user's own. */
  authority: Authority | undefined
  readonly slices = new Slices()
  /** Told when the server is asked to stop, if it listens. */
  onStop: (() => void) | undefined
  readonly memory: Memory
  /** The worlds that were let go of and not asked for since, the latest at the end. */
  readonly gone = new Map<string, Gone>()
  readonly #common: Common
  readonly #baseline: Baseline
  /** Those asked last at the end. */
  readonly #others = new Map<string, { readonly world: World; lastAsked: number }>()
  readonly #byToken = new Map<string, World>()
  /** The one that what is asked just now is about. */
  #asking: World | undefined

  constructor(settings: Settings, log: Log, baseline: Baseline, making: Making) {
    this.seedScenario = making.seedScenario
    this.readDump = making.readDump
    this.version = making.version
    this.operations = making.operations
    this.settings = settings
    this.log = log
    this.#baseline = baseline
    // Nothing is remembered yet when there is least.
    const forget = () => budget.used > 0 && (budget.renew(), true)
    this.memory = new Memory(settings.memory, [forget, () => this.#letGoForRoom()])
    const budget = new CacheBudget(this.memory.most / 8)
    this.#common = {
      settings,
      log,
      budget,
      memoryGuard: {
        afford: (world, what) => {
          this.#asking = world
          this.memory.afford(what)
        },
        canGoOn: (world) => {
          this.#asking = world
          return this.memory.canGoOn()
        },
        freed: () => this.memory.freed(),
      },
      outgoing: this.outgoing,
      operations: this.operations,
      slices: this.slices,
      logons: {
        opened: (token, world) => {
          if (world !== this.main) this.#byToken.set(token, world)
        },
        ended: (token) => void this.#byToken.delete(token),
      },
    }
    this.main = new World(mainName, baseline, this.#common)
  }

  /** Whether any logon session is of a world beside the default. */
  get hasTokens(): boolean {
    return this.#byToken.size > 0
  }

  /** The world that a logon session is of, if it is not the default. */
  ofToken(token: string): World | undefined {
    const world = this.#byToken.get(token)
    return world === undefined ? undefined : this.#seen(world)
  }

  /** The world of that name, which is made if it is not there. Throws a 400 ApiError for what is no name, and 507 if there is no room for it. */
  named(name: string): World {
    return this.#seen(this.#named(name))
  }

  /** All of them, the default first. */
  list(): readonly World[] {
    return [this.main, ...[...this.#others.values()].map(({ world }) => world)]
  }

  /** Forgets a world, and ends the logon sessions in it. @returns whether it was there. */
  drop(name: string): boolean {
    const found = this.#others.get(name)
    if (found === undefined) return false
    this.#others.delete(name)
    found.world.close()
    this.memory.freed()
    return true
  }

  /** Ends what is still open: nobody waits any more for what may happen. */
  close(): void {
    this.waiting.close()
    this.outgoing.stop()
    for (const world of this.list()) world.end()
  }

  #named(name: string): World {
    const known = name === mainName ? this.main : this.#others.get(name)?.world
    if (known !== undefined) return known
    if (!worldName.test(name))
      throw errors.badRequest(`"${name.slice(0, 100)}" is no name of a world: it has ${saysWorldName}.`)
    this.#letGoOfOld()
    this.#asking = undefined
    this.memory.afford(`the world ${name}`)
    const begunAnew = this.gone.get(name)?.why
    this.gone.delete(name)
    return new World(name, this.#baseline, this.#common, begunAnew)
  }

  /** Notes that a world is asked now. */
  #seen(world: World): World {
    this.#asking = world
    if (world !== this.main) {
      this.#others.delete(world.name)
      this.#others.set(world.name, { world, lastAsked: wallNow() })
    }
    this.memory.look()
    return world
  }

  #letGoOfOld(): void {
    const now = wallNow()
    for (const [name, { lastAsked }] of this.#others) {
      const isOld = now - lastAsked >= IDLE
      if (!isOld && this.#others.size < MOST) return
      this.#letGo([name], isOld ? 'idle' : 'number')
    }
  }

  /** Lets go of those that were asked longest ago. @returns whether there were any. */
  #letGoForRoom(): boolean {
    const idle: string[] = []
    for (const [name, { world }] of this.#others) if (world !== this.#asking && world.isIdle) idle.push(name)
    const first = idle.slice(0, Math.ceil(idle.length * SHARE))
    if (first.length > 0) this.#letGo(first, 'memory')
    return first.length > 0
  }

  #letGo(names: readonly string[], why: Why): void {
    for (const name of names) {
      this.drop(name)
      this.gone.set(name, { at: wallNow(), why })
    }
    for (const [oldest] of this.gone) {
      if (this.gone.size <= MOST) break
      this.gone.delete(oldest)
    }
    const told = names.slice(0, MOST_TOLD).join(', ')
    const more = names.length > MOST_TOLD ? ` and ${names.length - MOST_TOLD} more` : ''
    this.log.tell('warn', `${says[why]} ${names.length} of them went: ${told}${more}.`)
  }
}

const says: Readonly<Record<Why, string>> = {
  idle: 'Worlds go that nobody has asked for an hour.',
  number: `There are ${MOST} worlds, and those asked longest ago go first.`,
  memory: 'Memory has no room for all worlds, and those asked longest ago go first.',
}
