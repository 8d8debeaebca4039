import { writeDump } from '../dump/dump.ts'
import { anything, array, enumeration, named, object, optional, string, union } from '../json-schema/shape.ts'
import type { ShapeOf } from '../json-schema/shape-of.ts'
import { isText } from '../json-schema/long-text.ts'
import { control, caughtUp, type ControlCall } from './control-operation.ts'
import type { World } from '../worlds/world.ts'
import { partNames, State, type SnapshotListed } from './state.ts'

// How worlds stand.

/** Bytes: whole worlds are sent. */
const WORLD = 256 << 20

/** Bytes that a row takes as text, about. */
const ROW = 700
/** How often as much as its text a dump takes while it is read, about. */
const READ = 3

type In = Pick<ControlCall, 'world' | 'worlds'>
const stateOf = ({ world, worlds }: In) => new State(world, worlds)
const nameIn = ({ path }: Pick<ControlCall, 'path'>) => path['name'] ?? ''

/** How many rows a world holds. */
const rowsIn = ({ simulation: { store } }: World): number =>
  store.resources
    .filter(({ inside }) => inside === undefined)
    .reduce((sum, { name }) => sum + store.table(name).size, 0)

const listed = { name: string(), now: string() }
const snapshot: ShapeOf<SnapshotListed> = named('SnapshotListed', object('a snapshot', listed))
const dropped = object('what is gone', { dropped: string() })
const played = object('the scenario that the world goes back to', {
  scenario: string(),
})
const now = string('a time such as 2026-01-15T08:00:00Z')

export const reset = control({
  method: 'POST',
  path: 'reset',
  name: 'reset',
  description: 'Goes back to how the scenario was seeded: all of it, or these parts.',
  handle: 'reset',
  takes: [{ name: 'what', of: 'rest' }],
  body: object('what is to go back, such as {"what":["data"]}', {
    what: optional(array(enumeration(...partNames))),
  }),
  isOptional: true,
  example: { body: { what: ['data', 'logons'] } },
  answer: object('what went back', { reset: array(string()) }),
  run: (call) => stateOf(call).reset(call.body.what),
})

export const listSnapshots = control({
  method: 'GET',
  path: 'snapshots',
  name: 'listSnapshots',
  description: 'Lists the snapshots, oldest first.',
  handle: { at: 'snapshots.list', gives: 'snapshots' },
  example: { after: ['takeSnapshot'] },
  answer: object('the snapshots', {
    snapshots: array(snapshot),
  }),
  run: (call) => stateOf(call).snapshots(),
})

export const readSnapshot = control({
  method: 'GET',
  path: 'snapshots/{name}',
  name: 'readSnapshot',
  description: 'Tells of a snapshot.',
  handle: 'snapshots.read',
  takes: ['name'],
  example: { after: ['takeSnapshot'], path: { name: 'before' } },
  answer: snapshot,
  run: (call) => stateOf(call).snapshot(nameIn(call)),
})

export const clearSnapshots = control({
  method: 'DELETE',
  path: 'snapshots',
  name: 'clearSnapshots',
  description: 'Gives up all snapshots.',
  handle: 'snapshots.clear',
  example: { after: ['takeSnapshot'] },
  answer: object('what is gone', { dropped: array(string()) }),
  run: (call) => stateOf(call).dropAll(),
})

export const takeSnapshot = control({
  method: 'POST',
  path: 'snapshots/{name}',
  name: 'takeSnapshot',
  grows: true,
  description: 'Keeps how the world stands under a name; another of that name is given up.',
  handle: { at: 'snapshots.take', isElsewhere: true },
  takes: ['name'],
  example: { path: { name: 'before' } },
  answer: snapshot,
  run: caughtUp((call) => stateOf(call).take(nameIn(call))),
})

export const takeNamedSnapshot = control({
  method: 'POST',
  path: 'snapshots',
  name: 'takeNamedSnapshot',
  grows: true,
  description:
    'Keeps how the world stands under a name; another of that name is given up, and without one it is given one.',
  handle: 'snapshots.take',
  takes: ['name'],
  body: object('a name', {
    name: optional(string('its name; the first that is free of snapshot-1, snapshot-2 and so on if not given')),
  }),
  isOptional: true,
  example: { body: { name: 'before' } },
  answer: snapshot,
  run: caughtUp((call: ControlCall<{ readonly name?: string }>) => stateOf(call).take(call.body.name)),
})

export const restoreSnapshot = control({
  method: 'POST',
  path: 'snapshots/{name}/restore',
  name: 'restoreSnapshot',
  description: 'Goes back to a snapshot, which stays.',
  handle: 'snapshots.restore',
  takes: ['name'],
  example: { after: ['takeSnapshot'], path: { name: 'before' } },
  answer: snapshot,
  run: (call) => stateOf(call).restore(nameIn(call)),
})

export const dropSnapshot = control({
  method: 'DELETE',
  path: 'snapshots/{name}',
  name: 'dropSnapshot',
  description: 'Gives up a snapshot.',
  handle: 'snapshots.drop',
  takes: ['name'],
  example: { after: ['takeSnapshot'], path: { name: 'before' } },
  answer: dropped,
  run: (call) => stateOf(call).drop(nameIn(call)),
})

export const dump = control({
  method: 'GET',
  path: 'dump',
  name: 'dump',
  description: 'Writes the world down.',
  handle: { at: 'dump', type: 'Dump', isCopied: true },
  example: {},
  answer: anything('a dump, of the schema that dump.schema.json is'),
  run: ({ world, worlds }) => {
    worlds.memory.affordPassing(ROW * rowsIn(world), 'the text of a dump')
    return writeDump(world)
  },
})

export const load = control({
  method: 'POST',
  path: 'load',
  name: 'load',
  grows: true,
  description: 'Has everything stand as a dump says, which is what it goes back to from now on.',
  handle: { at: 'load', isPromise: true, isCopied: true },
  takes: [{ name: 'dump', of: 'body', type: 'Dump | string' }],
  body: anything('a dump'),
  isText: true,
  bodyLimit: WORLD,
  example: { after: ['dump'], sends: 'dump' },
  answer: object('where it stands', { scenario: string(), now }),
  run: (call) => {
    const { body = '', worlds } = call
    if (isText(body)) worlds.memory.affordPassing(READ * body.length, 'a dump')
    return stateOf(call).load(body)
  },
})

export const readDumpSchema = control({
  method: 'GET',
  path: 'dump.schema.json',
  name: 'readDumpSchema',
  description: 'The JSON Schema of dumps.',
  handle: { at: 'documents.dumpSchema', isPromise: true },
  example: {},
  answer: anything('a JSON Schema'),
  ofServer: true,
  run: async () => (await import('../dump/dump-schema.ts')).dumpSchema(),
})

export const readScenario = control({
  method: 'GET',
  path: 'scenario',
  name: 'readScenario',
  description: 'Tells the scenario that the world goes back to.',
  handle: { at: 'scenario', gives: 'scenario', isElsewhere: true },
  example: {},
  answer: played,
  run: (call) => stateOf(call).scenario(),
})

export const play = control({
  method: 'POST',
  path: 'scenario',
  name: 'play',
  grows: true,
  description: 'Begins anew with another scenario: one that is built in, by its name, or a whole one.',
  handle: { at: 'play', isPromise: true },
  takes: [{ name: 'scenario', type: 'ScenarioName | Scenario' }, 'now'],
  body: object('what is to be played', {
    scenario: union(string('the name of a scenario'), anything('a scenario')),
    now: optional(now),
  }),
  bodyLimit: WORLD,
  example: { body: { scenario: 'bad-night', now: '2026-01-15T08:00:00Z' } },
  answer: played,
  run: (call) => stateOf(call).play(call.body.scenario, call.body.now),
})
