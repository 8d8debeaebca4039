import { hours, seconds } from '../clock/duration.ts'
import type { Instant } from '../clock/instant.ts'
import { idOf } from '../chance/ids.ts'
import { tableOf } from '../life/table-of.ts'
import type { World } from '../life/world.ts'
import { nameOf, stamp } from '../model/names.ts'
import type { EntityOf } from '../model/resource.ts'
import { systemSession } from '../resources/index.ts'

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
}

const collect = {
  type: 'CollectJob',
  // As the real server does: a blank goes before the @ (documented).
  title: 'Collect Job ',
  says: [
    'Data collection has started.',
    'Connected to <server>.',
    'Jobs and sessions of <server> were read.',
    'Repositories of <server> were read.',
    'Data collection has ended.',
  ],
} as const
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
  { ...collect, age: 0.3, says: [...collect.says.slice(0, 3), slow, collect.says[4]], warning: slow }, // prettier-ignore
  { ...collect, age: 0.02 },
]

/** Adds what EM itself has done for a server: a few sessions, with the events of their logs. */
export function plantSystemSessions(
  world: World,
  server: string,
  start: Instant,
  now: Instant,
): void {
  const lived = Math.max(now - start, hours(24))
  for (const [n, story] of stories.entries()) {
    const id = idOf(world.chance.seed, 'SystemSession', server, String(n))
    const part = story.age + world.chance.of(id, 'since').number(0, 0.03)
    plantStory(world, { id, server, since: stamp(now - part * lived, world.database) }, story)
  }
}

interface Place {
  readonly id: string
  readonly server: string
  readonly since: Instant
}

function plantStory(
  { chance, database, store }: World,
  { id, server, since }: Place,
  { type, title, says, warning }: Story,
): void {
  const length = seconds(chance.of(id, 'duration').number(8, 90))
  const tell = (words: string) => words.replaceAll('<server>', server)
  const state = warning === undefined ? 'CompletedSuccessfully' : 'CompletedWarning'
  tableOf({ store }, systemSession).add({
    id,
    up: {},
    SessionType: type,
    CreationTimeUTC: since,
    EndTimeUTC: stamp(since + length, database),
    State: state,
    Result: { Result: state, Message: tell(warning ?? ''), IsCanceled: false },
    Name: nameOf({ of: title, at: since }, { by: 'run', of: 'of', at: 'at' }, database),
    Events: says.map((words, n) => ({
      CreationTimeUTC: stamp(since + (length * n) / (says.length - 1), database),
      Message: tell(words),
      Order: n + 1,
    })),
  })
}
