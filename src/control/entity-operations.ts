import { addEntity } from '../entities/add-entity.ts'
import { changeEntity } from '../entities/change-entity.ts'
import type { EntityForm } from '../entities/entity-form.ts'
import type { EntityList } from '../entities/ask-entities.ts'
import { readEntity } from '../entities/read-entity.ts'
import { removeEntity } from '../entities/remove-entity.ts'
import type { TypeOf } from '../json-schema/shape-of.ts'
import { anything, array, enumeration, integer, named, object, optional, record, string } from '../json-schema/shape.ts'
import { resources } from '../resources/index.ts'
import { control, caughtUp, type ControlCall } from './control-operation.ts'

// What a test sets up: entities of any type.

const fields = record("members of the entity, by EM's names", anything('a value'))
const form = named(
  'EntityForm',
  object<EntityForm>('an entity', {
    type: string(),
    id: string(),
    uid: string(),
    href: string(),
    name: string(),
    up: record('ids by role', string()),
    fields,
  }),
)
const type = named('EntityType', enumeration(...resources.map(({ name }): string => name)))
const holes = { type, id: string('its id') }
const one = { type: 'BackupJobSession', id: '11111111-1111-4111-8111-111111111111' }
/** Bytes that an entity takes while it is listed, about. */
const LISTED = 450

const typeIn = ({ path }: Pick<ControlCall, 'path'>) => path['type'] ?? ''
const idIn = ({ path }: Pick<ControlCall, 'path'>) => path['id'] ?? ''

export const listTypes = control({
  method: 'GET',
  path: 'entities',
  name: 'listTypes',
  description: 'Lists the types of entities.',
  handle: { at: 'entities.types', gives: 'types' },
  example: {},
  answer: object('the types', { types: array(type) }),
  run: ({ world }) => ({ types: world.simulation.store.resources.map(({ name }) => name) }),
})

export const listOfType = control({
  method: 'GET',
  path: 'entities/{type}',
  name: 'listEntities',
  description: 'Lists the entities of a type, in the filter language; all of them if no page is asked for.',
  handle: { at: 'entities.list', gives: 'entities' },
  takes: ['type', { name: 'query', of: 'parameters', type: 'EntityQuery' }],
  holes,
  asks: true,
  parameters: {
    filter: optional(string('a filter such as Name=="Backup Job 1"')),
    sortAsc: optional(string()),
    sortDesc: optional(string()),
    page: optional(integer(1)),
    pageSize: optional(integer(1)),
  },
  example: { path: { type: 'Job' }, parameters: { filter: 'Name=="Backup Job 1"', pageSize: 10 } },
  answer: object<EntityList>('the entities', {
    type: string(),
    entities: array(object('an entity', { id: string(), name: string() })),
    total: integer(0),
  }),
  run: caughtUp((call, { askEntities }) => {
    const { world, worlds, parameters } = call
    const type = world.simulation.store.register.find(typeIn(call))?.name
    const rows = type === undefined ? 0 : world.simulation.store.table(type).size
    worlds.memory.affordPassing(LISTED * rows, 'the text of such a list')
    return askEntities(world.simulation, typeIn(call), parameters)
  }),
})

export const addOne = control({
  method: 'POST',
  path: 'entities/{type}',
  name: 'addEntity',
  grows: true,
  description: 'Adds an entity; what is not said is filled in, and linked.',
  handle: 'entities.add',
  takes: ['type', { name: 'fields', of: 'body' }],
  holes,
  body: fields,
  isOptional: true,
  example: { path: { type: one.type }, body: { JobName: 'Backup Job 1', Result: 'Failed', id: one.id } },
  answer: form,
  run: caughtUp((call: ControlCall<TypeOf<typeof fields>>) =>
    addEntity(call.world.simulation, typeIn(call), call.body),
  ),
})

export const readOne = control({
  method: 'GET',
  path: 'entities/{type}/{id}',
  name: 'readEntity',
  description: 'Tells an entity as it is.',
  handle: 'entities.read',
  takes: ['type', 'id'],
  holes,
  example: { after: ['addEntity'], path: one },
  answer: form,
  run: caughtUp((call) => readEntity(call.world.simulation, typeIn(call), idIn(call))),
})

export const changeOne = control({
  method: 'PATCH',
  path: 'entities/{type}/{id}',
  name: 'changeEntity',
  grows: true,
  description: 'Changes members of an entity.',
  handle: 'entities.change',
  takes: ['type', 'id', { name: 'fields', of: 'body' }],
  holes,
  body: fields,
  example: { after: ['addEntity'], path: one, body: { Result: 'Warning' } },
  answer: form,
  run: caughtUp((call: ControlCall<TypeOf<typeof fields>>) =>
    changeEntity(call.world.simulation, typeIn(call), idIn(call), call.body),
  ),
})

export const removeOne = control({
  method: 'DELETE',
  path: 'entities/{type}/{id}',
  name: 'removeEntity',
  description: 'Removes an entity, and what hangs on it.',
  handle: 'entities.remove',
  takes: ['type', 'id'],
  holes,
  example: { after: ['addEntity'], path: one },
  answer: object<ReturnType<typeof removeEntity>>('what is gone', {
    type: string(),
    id: string(),
    name: string(),
  }),
  run: caughtUp((call) => removeEntity(call.world.simulation, typeIn(call), idIn(call))),
})
