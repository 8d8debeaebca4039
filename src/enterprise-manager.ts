import { parseNow } from './clock/clock.ts'
import { writeInstant } from './clock/instant.ts'
import { milliseconds } from './clock/duration.ts'
import type { House } from './http/house.ts'
import { listen } from './http/listen.ts'
import { openLog } from './http/log.ts'
import { Remembered } from './http/remembered.ts'
import { orderOutcome, type OrderedOutcome, type OutcomeSetting } from './http/outcomes.ts'
import { makeServer } from './http/server.ts'
import { forgetLogon } from './life/forget-logon.ts'
import { Work } from './http/work.ts'
import { StoryTime } from './life/story-time.ts'
import { LogonSessions } from './logon/logon-sessions.ts'
import { resolveOptions, type Options, type Settings } from './options.ts'
import { findScenario } from './seed/find-scenario.ts'
import { makeWorld } from './seed/make-world.ts'
import { Texts } from './wire/texts.ts'

/** A running server, as `startEnterpriseManager` hands it back. */
export interface EnterpriseManager extends AsyncDisposable {
  /** Where it answers: over HTTP, or HTTPS if HTTP is off. */
  readonly url: string
  readonly httpUrl: string | undefined
  readonly httpsUrl: string | undefined
  readonly scenario: string
  readonly seed: number
  /** Where story time started, in ISO 8601. */
  readonly now: string
  /** Story time, to be read and moved: the same as `/_mock/clock`. */
  readonly clock: StoryTime
  /** How work moves, and moving it: the same as `/_mock/work`. */
  readonly work: Work
  /** How a job's next runs end: the same as `/_mock/outcomes`. Throws a sentence for what is not there or cannot be. */
  readonly outcomes: { set(setting: OutcomeSetting): OrderedOutcome }
  /** Refuses new connections and finishes what is in flight, for five seconds at most. */
  close(): Promise<void>
}

/**
 * Starts a server. Resolves when it answers.
 * Rejects with a sentence for a bad option or scenario, and with Node's `EADDRINUSE` for a port in use.
 */
export async function startEnterpriseManager(options: Options = {}): Promise<EnterpriseManager> {
  const settings = resolveOptions(options)
  const house = await openHouse(settings)
  const listening = await listen(await makeServer(house), settings)
  const { httpUrl, httpsUrl } = listening
  const close = () => listening.close()
  return {
    url: httpUrl ?? httpsUrl ?? '',
    httpUrl,
    httpsUrl,
    scenario: settings.scenario,
    seed: settings.seed,
    now: writeInstant(house.world.clock.now()),
    clock: new StoryTime(house.world),
    work: new Work(house.world),
    outcomes: { set: (setting) => orderOutcome(house.world, setting) },
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** Builds the world and everything a request may need; nothing listens yet. */
export async function openHouse(settings: Settings): Promise<House> {
  const { now, clock, scenario, seed, database, sessions } = settings
  const world = makeWorld({
    scenario: await findScenario(scenario),
    seed,
    database,
    sessions,
    ...(now !== undefined && { now: parseNow(now) }),
    ...(clock !== undefined && { pace: clock }),
  })
  const { store } = world
  return {
    world,
    settings,
    logons: new LogonSessions(milliseconds(settings.sessionTimeout), settings.seed, (id) =>
      forgetLogon(world, id),
    ),
    texts: new Texts(
      (type, id) => store.nameOf(type, id),
      () => store.epoch,
    ),
    remembered: new Remembered(),
    log: openLog(settings.log),
  }
}
