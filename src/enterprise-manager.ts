import { secret } from './chance/secret.ts'
import { parseNow } from './clock/clock.ts'
import { isLoopback } from './http/guard.ts'
import { Houses } from './http/houses.ts'
import { listen, type Listening } from './http/listen.ts'
import { openLog } from './http/log.ts'
import { makeServer } from './http/server.ts'
import { resolveOptions, type Options, type Settings } from './options.ts'
import { plantAsked } from './plant-asked.ts'
import { findScenario } from './seed/find-scenario.ts'
import { makeOrigin } from './seed/make-world.ts'
import { WorldHandle } from './world-handle.ts'

/** A running server, as `startEnterpriseManager` hands it back, and the world in it that is there from the start. */
export class EnterpriseManager extends WorldHandle implements AsyncDisposable {
  readonly httpUrl: string | undefined
  readonly httpsUrl: string | undefined
  readonly seed: number
  /** What requests below `/_mock` must send, if they must. */
  readonly token: string | undefined
  readonly #houses: Houses
  readonly #listening: Listening

  constructor(houses: Houses, listening: Listening) {
    const { httpUrl, httpsUrl } = listening
    super(houses, houses.main, httpUrl ?? httpsUrl ?? '')
    this.httpUrl = httpUrl
    this.httpsUrl = httpsUrl
    this.seed = houses.settings.seed
    this.token = houses.settings.token
    this.#houses = houses
    this.#listening = listening
  }

  /** Another world beside this one, made when it is first asked for. Throws for what is no name of a world. */
  world(name: string): WorldHandle {
    return new WorldHandle(this.#houses, this.#houses.named(name), this.url)
  }

  /** Forgets a world, and ends the logon sessions in it. @returns whether it was there. */
  forget(name: string): boolean {
    return this.#houses.drop(name)
  }

  /** Refuses new connections and finishes what is in flight, for five seconds at most. */
  close(): Promise<void> {
    this.#houses.close()
    return this.#listening.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

/**
 * Starts a server. Resolves when it answers.
 * Rejects with a sentence for a bad option or scenario, and with Node's `EADDRINUSE` for a port in use.
 */
export async function startEnterpriseManager(options: Options = {}): Promise<EnterpriseManager> {
  const given = resolveOptions(options)
  const settings = { ...given, token: given.token ?? tokenFor(given) }
  const houses = await openHouses(settings)
  return new EnterpriseManager(houses, await listen(await makeServer(houses), settings))
}

/** Whom the mock does not know must bring a token, and one is made if none was given. */
function tokenFor({ host, control }: Settings): string | undefined {
  return !control || isLoopback(host) ? undefined : secret()
}

/** Builds the world and everything a request may need; nothing listens yet. */
export async function openHouses(settings: Settings): Promise<Houses> {
  const { seed, database, sessions, clock, now } = settings
  const options = {
    seed,
    database,
    sessions,
    ...(clock !== undefined && { pace: clock }),
    ...(now !== undefined && { now: parseNow(now) }),
  }
  const origin = makeOrigin({ ...options, scenario: await findScenario(settings.scenario) })
  return new Houses(settings, openLog(settings.log), origin, plantAsked(options))
}
