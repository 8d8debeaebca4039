import type { FastifyRequest } from 'fastify'
import { hours } from '../clock/duration.ts'
import { wallNow } from '../clock/clock.ts'
import type { Sliced } from '../clock/sliced.ts'
import type { Origin } from '../life/origin.ts'
import { readBasic } from '../logon/credentials.ts'
import { saysWorldName, worldName, worldOfUser } from '../logon/world-of-user.ts'
import { refuse } from '../model/refusal.ts'
import type { Promised } from '../openapi/promised.ts'
import type { Settings } from '../options.ts'
import { Budget } from '../wire/texts.ts'
import { House, mainName, type Common, type Snapshot } from './house.ts'
import type { Log } from './log.ts'
import { Outgoing } from './outgoing.ts'
import { Slices } from './slices.ts'
import { tokenIn } from './token-in.ts'
import { Waiting } from './waiting.ts'
import { worldIn } from './world-path.ts'

interface Making {
  readonly plant: Plant
  readonly readDump: ReadDump
  readonly version: string
}

/** A method of a URL, and what it answers if it is EM's. */
export interface Route {
  readonly method: string
  readonly url: string
  readonly promised: Promised | undefined
}

/** Makes a scenario into what worlds begin as: one that is built in, by its name, or a whole one, as work in slices. Rejects with a 400 refusal, and the work throws one. */
export type Plant = (scenario: unknown, now?: string) => Promise<Sliced<Origin>>
/** Reads a dump, a text or what JSON has made of it, into how everything stands, as work in slices. That throws a 400 refusal. */
export type ReadDump = (dump: unknown) => Promise<Sliced<Snapshot>>

/** A world that nobody has asked for so long, in the wall's time, goes when another is made. */
const IDLE = hours(1)
/** So many are kept at once; the one that was asked longest ago goes first. */
const MOST = 2000

/** All worlds of a server: the one that is there from the start, and those that are made when they are first asked for. */
export class Houses {
  readonly settings: Settings
  readonly log: Log
  readonly main: House
  readonly plant: Plant
  readonly readDump: ReadDump
  /** Of this program. */
  readonly version: string
  readonly waiting = new Waiting()
  readonly outgoing = new Outgoing()
  readonly slices = new Slices()
  /** What is served, as it was routed. */
  readonly routes: Route[] = []
  /** Told when the server is asked to stop, if it listens. */
  onStop: (() => void) | undefined
  readonly #common: Common
  readonly #origin: Origin
  /** Those asked last at the end. */
  readonly #others = new Map<string, { readonly house: House; lastAsked: number }>()
  readonly #byToken = new Map<string, House>()

  constructor(settings: Settings, log: Log, origin: Origin, { plant, readDump, version }: Making) {
    this.plant = plant
    this.readDump = readDump
    this.version = version
    this.settings = settings
    this.log = log
    this.#origin = origin
    this.#common = {
      settings,
      log,
      budget: new Budget(),
      outgoing: this.outgoing,
      slices: this.slices,
      logons: {
        opened: (token, house) => {
          if (house !== this.main) this.#byToken.set(token, house)
        },
        ended: (token) => void this.#byToken.delete(token),
      },
    }
    this.main = new House(mainName, origin, this.#common)
  }

  /**
   * The world that a request is for: the one that its path names (`/w/name/api`), or its header `X-Mock-World`, or the
   * one its logon session is of, or, where it logs on, the one behind the name of the user (`administrator+name`).
   * Throws a 400 refusal for what cannot be the name of a world.
   */
  of({ raw, headers, url }: FastifyRequest): House {
    const header = headers['x-mock-world']
    const name = worldIn(raw) ?? (typeof header === 'string' ? header.trim() : undefined)
    if (name !== undefined) return this.named(name)
    if (this.#byToken.size > 0) {
      const token = tokenIn(headers)
      const house = token === undefined ? undefined : this.#byToken.get(token)
      if (house !== undefined) return this.#asked(house)
    }
    if (headers.authorization === undefined || !/^\/+api\/+sessionmngr/i.test(url)) return this.main
    const user = readBasic(headers.authorization)?.name ?? ''
    const world = worldOfUser(user, this.settings.user)
    return world === undefined ? this.main : this.named(world)
  }

  /** The world of that name, which is made if it is not there. Throws a 400 refusal for what is no name. */
  named(name: string): House {
    if (name === mainName) return this.main
    const known = this.#others.get(name)
    if (known !== undefined) return this.#asked(known.house)
    if (!worldName.test(name))
      throw refuse.badRequest(
        `"${name.slice(0, 100)}" is no name of a world: it has ${saysWorldName}.`,
      )
    this.#dropIdle()
    return this.#asked(new House(name, this.#origin, this.#common))
  }

  /** All of them, the default first. */
  list(): readonly House[] {
    return [this.main, ...[...this.#others.values()].map(({ house }) => house)]
  }

  /** Forgets a world, and ends the logon sessions in it. @returns whether it was there. */
  drop(name: string): boolean {
    const found = this.#others.get(name)
    if (found === undefined) return false
    this.#others.delete(name)
    found.house.close()
    return true
  }

  /** Ends what is still open: nobody waits any more for what may happen. */
  close(): void {
    this.waiting.close()
    this.outgoing.stop()
    for (const house of this.list()) house.end()
  }

  #asked(house: House): House {
    this.#others.delete(house.name)
    this.#others.set(house.name, { house, lastAsked: wallNow() })
    return house
  }

  #dropIdle(): void {
    const now = wallNow()
    for (const [name, { lastAsked }] of this.#others) {
      if (this.#others.size < MOST && now - lastAsked < IDLE) return
      this.drop(name)
    }
  }
}
