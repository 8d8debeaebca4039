// A server without its handle: what the command needs, and no more.
import { secret } from './chance/secret.ts'
import { parseNow } from './clock/clock.ts'
import { writeInstant } from './clock/instant.ts'
import { isLoopback } from './http/guard.ts'
import { Houses } from './http/houses.ts'
import { listen } from './http/listen.ts'
import { openLog } from './http/log.ts'
import { makeServer } from './http/server.ts'
import { resolveOptions, type Settings, type UncheckedOptions } from './options.ts'
import { beginAsked, plantAsked, readDumpAsked } from './plant-asked.ts'
import { packageVersion } from './version.ts'

/** A server that answers. */
export interface OpenServer {
  readonly houses: Houses
  /** Where it answers: over HTTP, or HTTPS if HTTP is off. */
  readonly url: string
  readonly httpUrl: string | undefined
  readonly httpsUrl: string | undefined
  readonly scenario: string
  readonly seed: number
  /** Where story time started, in ISO 8601. */
  readonly now: string
  /** What requests below `/_mock` must send, if they must. */
  readonly token: string | undefined
  /** Refuses new connections and finishes what is in flight, for five seconds at most. */
  close(): Promise<void>
}

/**
 * Opens a server. Rejects with a sentence for a bad option or scenario, and with Node's `EADDRINUSE` for a port in use.
 */
export async function openServer(options: UncheckedOptions): Promise<OpenServer> {
  const given = resolveOptions(options)
  const settings = { ...given, token: given.token ?? tokenFor(given) }
  const houses = await openHouses(settings)
  const listening = await listen(await makeServer(houses), settings)
  const { httpUrl, httpsUrl } = listening
  return {
    houses,
    url: httpUrl ?? httpsUrl ?? '',
    httpUrl,
    httpsUrl,
    scenario: houses.main.origin.scenario,
    seed: houses.main.world.chance.seed,
    now: writeInstant(houses.main.world.clock.now()),
    token: settings.token,
    close: () => {
      houses.close()
      return listening.close()
    },
  }
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
  const begun = await beginAsked(settings.scenario, options)
  const houses = new Houses(
    settings,
    openLog(settings.log),
    'world' in begun ? begun.origin : begun,
    {
      plant: plantAsked(options),
      readDump: readDumpAsked,
      version: packageVersion(),
    },
  )
  if ('world' in begun) houses.main.stand(begun)
  return houses
}
