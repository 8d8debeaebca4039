import { hours, seconds } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { idOf } from '../../random/ids.ts'
import { collecting } from '../../simulation/sessions/collection.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { nameOf, stamp } from '../../model/names.ts'
import type { EntityOf } from '../../model/resource.ts'
import { systemSession } from '../../resources/index.ts'
import type { Standing } from '../infrastructure/standing.ts'

type SystemSession = EntityOf<typeof systemSession>

interface Story {
  readonly type: SystemSession['SessionType']
  readonly title: string
  /** When it was, in parts of what the scenario has lived. */
  readonly age: number
  /** What its log says of the server. */
  readonly says: readonly string[]
  /** What it ended with if not well. */
  readonly warning?: string
  readonly error?: string
}

const collect = collecting
const slow = '<server> answered slowly; its repositories were read on the second attempt.'

const stories: readonly Story[] = [
  { ...collect, age: 0.9 },
  {
    type: 'CatalogReplicationJob',
    title: 'Catalog Replication ',
    age: 0.5,
    says: [
      'Catalog replication has started.',
      'The catalog of <server> was compared with the one here.',
      'New indexes were copied.',
      'Catalog replication has ended.',
    ],
  },
  { ...collect, age: 0.3, says: [...collect.says.slice(0, 3), slow, collect.says[4]], warning: slow },
  { ...collect, age: 0.02 },
]

/** What a try to collect from a server that does not answer looks like. */
const { lost, failed } = collecting
const inVain: Story = { ...collect, age: 0, says: [collect.says[0], lost, failed], error: lost }
const tries = 6

/** Adds what EM itself has done for a server: a few sessions, with the events of their logs. */
export function seedSystemSessions(
  simulation: Simulation,
  { server: { name: server }, isFlawless, lostAt }: Standing,
  start: Instant,
  now: Instant,
): void {
  const lived = Math.max(now - start, hours(24))
  for (const [n, spec] of stories.entries()) {
    const id = idOf(simulation.chance.seed, 'SystemSession', server, String(n))
    const part = spec.age + simulation.chance.of(id, 'since').number(0, 0.03)
    const since = stamp(now - part * lived, simulation.database)
    const told = isFlawless && spec.warning !== undefined ? { ...collect, age: spec.age } : spec
    if (since < lostAt) plantStory(simulation, { id, server, since }, told)
  }
  plantVainTries(simulation, server, lostAt, now)
}

/** Adds tries to collect from a server that is lost, spread from then until now. */
function plantVainTries(simulation: Simulation, server: string, lostAt: Instant, now: Instant): void {
  for (let n = 0; n < tries && lostAt < now; n++) {
    const id = idOf(simulation.chance.seed, 'SystemSession', server, 'in vain', String(n))
    const part = (n + simulation.chance.of(id, 'since').number(0.1, 0.8)) / tries
    const since = stamp(lostAt + part * (now - lostAt), simulation.database)
    plantStory(simulation, { id, server, since }, inVain)
  }
}

interface SeedPlace {
  readonly id: string
  readonly server: string
  readonly since: Instant
}

function plantStory(
  { chance, database, store }: Simulation,
  { id, server, since }: SeedPlace,
  { type, title, says, warning, error }: Story,
): void {
  const length = seconds(chance.of(id, 'duration').number(8, 90))
  const tell = (words: string) => words.replaceAll('<server>', server)
  const good = warning === undefined ? 'CompletedSuccessfully' : 'CompletedWarning'
  const state = error === undefined ? good : 'Failed'
  tableOf({ store }, systemSession).add({
    id,
    up: {},
    SessionType: type,
    CreationTimeUTC: since,
    EndTimeUTC: stamp(since + length, database),
    State: state,
    Result: { Result: state, Message: tell(error ?? warning ?? ''), IsCanceled: false },
    Name: nameOf({ of: title, at: since }, { by: 'run', of: 'of', at: 'at' }, database),
    Events: says.map((words, n) => ({
      CreationTimeUTC: stamp(since + (length * n) / (says.length - 1), database),
      Message: tell(words),
      Order: n + 1,
    })),
  })
}
