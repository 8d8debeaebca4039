import { parseNow } from './clock/clock.ts'
import { writeInstant } from './clock/instant.ts'
import { Houses } from './http/houses.ts'
import { listen } from './http/listen.ts'
import { openLog } from './http/log.ts'
import { orderOutcome, type OrderedOutcome, type OutcomeSetting } from './http/outcomes.ts'
import { makeServer } from './http/server.ts'
import { Work } from './http/work.ts'
import { StoryTime } from './life/story-time.ts'
import { resolveOptions, type Options, type Settings } from './options.ts'
import { findScenario } from './seed/find-scenario.ts'
import { makeOrigin } from './seed/make-world.ts'
import { plantAsked } from './plant-asked.ts'

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
  const houses = await openHouses(settings)
  const { main: house } = houses
  const listening = await listen(await makeServer(houses), settings)
  const { httpUrl, httpsUrl } = listening
  const close = () => listening.close()
  return {
    url: httpUrl ?? httpsUrl ?? '',
    httpUrl,
    httpsUrl,
    scenario: settings.scenario,
    seed: settings.seed,
    now: writeInstant(house.world.clock.now()),
    clock: new StoryTime(house),
    work: new Work(house),
    outcomes: { set: (setting) => orderOutcome(house.world, setting) },
    close,
    [Symbol.asyncDispose]: close,
  }
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
