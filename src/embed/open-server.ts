// Module embed: starts a server, and the handle that a program holds of it.
// A server without its handle: what the command needs, and no more.
import { pid } from 'node:process'
import { secret } from '../random/secret.ts'
import { writeInstant } from '../clock/instant.ts'
import { readSimulatedStart } from '../clock/read-instant.ts'
import { isLoopback } from '../http/control/guard.ts'
import { Authority } from '../tls/authority.ts'
import { Worlds } from '../worlds/worlds.ts'
import { served } from '../http/routes/served.ts'
import { listen } from '../http/listen.ts'
import { openLog, type Log } from '../log/log.ts'
import { makeServer } from '../http/app.ts'
import { openReadyFile } from './ready-file.ts'
import { resolveOptions, type Settings, type UncheckedOptions } from '../config/options.ts'
import { beginAsked, seedAsked, readDumpAsked } from './seed-asked.ts'
import type { TellDay } from '../seed/seed-simulation.ts'
import { packageVersion } from '../version.ts'

/** A server that answers. */
export interface OpenServer {
  readonly worlds: Worlds
  /** Where it answers: over HTTP, or HTTPS if HTTP is off. */
  readonly url: string
  readonly httpUrl: string | undefined
  readonly httpsUrl: string | undefined
  readonly scenario: string
  readonly seed: number
  /** Where simulated time started, in ISO 8601. */
  readonly now: string
  /** What requests below `/_mock` must send, if they must. */
  readonly token: string | undefined
  /** Where it answers and as what, as one line of JSON. */
  readonly ready: string
  /** Refuses new connections and finishes what is in flight, for as long as `stopTimeout` says. */
  close(): Promise<void>
  /** Resolves when it has been asked to stop, below `/_mock`, and has. */
  readonly stopped: Promise<void>
}

/**
 * Opens a server: what it has to live through is lived before a port answers. Rejects with a sentence for a bad option or
 * scenario, and with Node's `EADDRINUSE` for a port in use; nothing stays open then.
 * @param tell is told while the past is lived.
 */
export async function openServer(options: UncheckedOptions, tell?: TellDay): Promise<OpenServer> {
  const given = resolveOptions(options)
  const settings = { ...given, token: given.token ?? tokenFor(given) }
  const file = settings.readyFile === undefined ? undefined : await openReadyFile(settings.readyFile, pid)
  const worlds = await openWorlds(settings, tell)
  worlds.authority = authorityFor(settings, worlds.log)
  const listening = await listen(await makeServer(worlds), settings, worlds.authority, worlds.log)
  const { httpUrl, httpsUrl } = listening
  const close = async () => {
    await file?.remove()
    worlds.close()
    await listening.close()
    worlds.slices.stop()
  }
  const stopped = new Promise<void>((resolve) => {
    worlds.onStop = () => resolve(close())
  })
  // Whoever does not care is not ended by it either.
  stopped.catch(() => undefined)
  const scenario = worlds.main.baseline.scenario
  const seed = worlds.main.simulation.chance.seed
  const now = writeInstant(worlds.main.simulation.clock.now())
  const [http, https] = [httpUrl ?? null, httpsUrl ?? null]
  const ready = JSON.stringify({ event: 'ready', http, https, pid, scenario, seed, now })
  try {
    await file?.write(ready)
  } catch (error) {
    await close()
    throw error
  }
  const url = httpUrl ?? httpsUrl ?? ''
  return { worlds, url, httpUrl, httpsUrl, scenario, seed, now, token: settings.token, ready, close, stopped }
}

function authorityFor(settings: Settings, log: Log): Authority | undefined {
  const { httpsPort, tlsCert, tlsDir, tlsSan } = settings
  if (httpsPort === 'off' || tlsCert !== undefined) return undefined
  const folder = tlsDir === 'off' ? undefined : tlsDir
  return new Authority({ folder, names: tlsSan, tell: (sentence) => log.tell('warn', sentence) })
}

/** Whom the mock does not know must bring a token, and one is made if none was given. */
function tokenFor({ host, control }: Settings): string | undefined {
  return !control || isLoopback(host) ? undefined : secret()
}

/** Builds the world and everything a request may need, and lives until now; nothing listens yet. */
export async function openWorlds(settings: Settings, tell?: TellDay): Promise<Worlds> {
  const { seed, database, sessions, clock, now } = settings
  const start = now === undefined ? undefined : readSimulatedStart(now)
  const options = {
    seed,
    database,
    sessions,
    ...(clock !== undefined && { pace: clock }),
    ...(start !== undefined && { now: start }),
  }
  const begun = await beginAsked(settings.scenario, {
    ...options,
    ...(tell !== undefined && { tell }),
  })
  const worlds = new Worlds(settings, openLog(settings.log), 'world' in begun ? begun.baseline : begun, {
    seedScenario: seedAsked({ ...options, tell: () => worlds.memory.afford('such a past') }),
    readDump: readDumpAsked,
    version: packageVersion(),
    operations: served,
  })
  if ('world' in begun) worlds.main.stand(begun)
  worlds.main.simulation.catchUp()
  if (settings.memory !== undefined) worlds.memory.refuseNone()
  return worlds
}
