import { writeInstant } from '../clock/instant.ts'
import { writeDump } from '../control/dump.ts'
import { anything, either, list, maybe, members, text, whole, word } from '../json/shape.ts'
import { refuse } from '../model/refusal.ts'
import { control, settled, type ControlCall } from './control-operation.ts'
import { mainName } from './house.ts'
import { partNames, State, type SnapshotListed } from './state.ts'

// How worlds stand, and which there are.

/** Bytes: whole worlds are sent. */
const WORLD = 256 << 20

type In = Pick<ControlCall, 'house' | 'houses'>
const stateOf = ({ house, houses }: In) => new State(house, houses)
const nameIn = ({ path }: Pick<ControlCall, 'path'>) => path['name'] ?? ''

const listed = { name: text(), now: text() }
const snapshot = members<SnapshotListed>('a snapshot', listed)
const dropped = members<{ dropped: string }>('what is gone', { dropped: text() })
const played = members<{ scenario: string }>('the scenario that the world goes back to', {
  scenario: text(),
})
const now = text('a time such as 2026-01-15T08:00:00Z')

export const reset = control({
  method: 'POST',
  path: 'reset',
  name: 'reset',
  says: 'Goes back to how the scenario was planted: all of it, or these parts.',
  body: members<{ what?: readonly string[] }>('what is to go back, such as {"what":["data"]}', {
    what: maybe(list(word(...partNames))),
  }),
  isOptional: true,
  answer: members<{ reset: readonly string[] }>('what went back', { reset: list(text()) }),
  run: (call: ControlCall<{ readonly what?: readonly string[] }>) =>
    stateOf(call).reset(call.body.what),
})

export const listSnapshots = control({
  method: 'GET',
  path: 'snapshots',
  name: 'listSnapshots',
  says: 'Lists the snapshots, oldest first.',
  answer: members<{ snapshots: readonly SnapshotListed[] }>('the snapshots', {
    snapshots: list(snapshot),
  }),
  run: (call) => stateOf(call).snapshots(),
})

export const readSnapshot = control({
  method: 'GET',
  path: 'snapshots/{name}',
  name: 'readSnapshot',
  says: 'Tells of a snapshot.',
  answer: snapshot,
  run: (call) => stateOf(call).snapshot(nameIn(call)),
})

export const clearSnapshots = control({
  method: 'DELETE',
  path: 'snapshots',
  name: 'clearSnapshots',
  says: 'Gives up all snapshots.',
  answer: members<{ dropped: readonly string[] }>('what is gone', { dropped: list(text()) }),
  run: (call) => stateOf(call).dropAll(),
})

export const takeSnapshot = control({
  method: 'POST',
  path: 'snapshots/{name}',
  name: 'takeSnapshot',
  says: 'Keeps how the world stands under a name; another of that name is given up.',
  answer: snapshot,
  run: settled((call) => stateOf(call).take(nameIn(call))),
})

export const takeNamedSnapshot = control({
  method: 'POST',
  path: 'snapshots',
  name: 'takeNamedSnapshot',
  says: 'The same, with the name in the body; without one it is given one.',
  body: members<{ name?: string }>('a name', { name: maybe(text()) }),
  isOptional: true,
  answer: snapshot,
  run: settled((call: ControlCall<{ readonly name?: string }>) =>
    stateOf(call).take(call.body.name),
  ),
})

export const restoreSnapshot = control({
  method: 'POST',
  path: 'snapshots/{name}/restore',
  name: 'restoreSnapshot',
  says: 'Goes back to a snapshot, which stays.',
  answer: snapshot,
  run: (call) => stateOf(call).restore(nameIn(call)),
})

export const dropSnapshot = control({
  method: 'DELETE',
  path: 'snapshots/{name}',
  name: 'dropSnapshot',
  says: 'Gives up a snapshot.',
  answer: dropped,
  run: (call) => stateOf(call).drop(nameIn(call)),
})

export const dump = control({
  method: 'GET',
  path: 'dump',
  name: 'dump',
  says: 'Writes the world down.',
  answer: anything('a dump, of the schema that dump.schema.json is'),
  run: ({ house }) => writeDump(house),
})

export const load = control({
  method: 'POST',
  path: 'load',
  name: 'load',
  says: 'Has everything stand as a dump says, which is what it goes back to from now on.',
  body: anything('a dump'),
  isText: true,
  bodyLimit: WORLD,
  answer: members<{ scenario: string; now: string }>('where it stands', { scenario: text(), now }),
  run: (call) => stateOf(call).load(call.body ?? ''),
})

export const readDumpSchema = control({
  method: 'GET',
  path: 'dump.schema.json',
  name: 'readDumpSchema',
  says: 'The JSON Schema of dumps.',
  answer: anything('a JSON Schema'),
  ofServer: true,
  run: async () => (await import('../control/dump-schema.ts')).dumpSchema(),
})

export const readScenario = control({
  method: 'GET',
  path: 'scenario',
  name: 'readScenario',
  says: 'Tells the scenario that the world goes back to.',
  answer: played,
  run: (call) => stateOf(call).scenario(),
})

interface Play {
  readonly scenario: unknown
  readonly now?: string | undefined
}

export const play = control({
  method: 'POST',
  path: 'scenario',
  name: 'play',
  says: 'Begins anew with another scenario: one that is built in, by its name, or a whole one.',
  body: members<Play>('what is to be played', {
    scenario: either(text('the name of a scenario'), anything('a scenario')),
    now: maybe(now),
  }),
  bodyLimit: WORLD,
  answer: played,
  run: (call: ControlCall<Play>) => stateOf(call).play(call.body.scenario, call.body.now),
})

interface WorldListed {
  readonly name: string
  readonly scenario: string
  readonly now: string
  readonly logons: number
}

export const listWorlds = control({
  method: 'GET',
  path: 'worlds',
  name: 'listWorlds',
  says: 'Lists the worlds that have been asked for.',
  answer: members<{ worlds: readonly WorldListed[] }>('the worlds', {
    worlds: list(
      members<WorldListed>('a world', { ...listed, scenario: text(), logons: whole(0) }),
    ),
  }),
  ofServer: true,
  run: ({ houses }) => ({
    worlds: houses.list().map(({ name, world, logons, origin }): WorldListed => ({
      name,
      scenario: origin.scenario,
      now: writeInstant(world.clock.now()),
      logons: logons.size,
    })),
  }),
})

export const dropWorld = control({
  method: 'DELETE',
  path: 'worlds/{name}',
  name: 'dropWorld',
  says: 'Forgets a world, and ends the logon sessions in it.',
  answer: dropped,
  ofServer: true,
  run: (call) => {
    const name = nameIn(call)
    if (name === mainName)
      throw refuse.badRequest(`The world ${mainName} stays. POST /_mock/reset puts it back.`)
    if (!call.houses.drop(name))
      throw refuse.gone(
        `There is no world "${name.slice(0, 100)}". GET /_mock/worlds lists those that are.`,
      )
    return { dropped: name }
  },
})
