import { addEntity } from '../control/add-entity.ts'
import { changeEntity } from '../control/change-entity.ts'
import type { EntityForm } from '../control/entity-form.ts'
import { listEntities, readEntity } from '../control/list-entities.ts'
import { removeEntity } from '../control/remove-entity.ts'
import { anything, list, members, record, text } from '../json/shape.ts'
import { control, settled, type ControlCall } from './control-operation.ts'

// What a test sets up: entities of any type.

type Fields = Readonly<Record<string, unknown>>
const fields = record("members of the entity, by EM's names", anything('a value'))
const form = members<EntityForm>('an entity', {
  type: text(),
  id: text(),
  uid: text(),
  href: text(),
  name: text(),
  up: record('ids by role', text()),
  fields,
})
const typeIn = ({ path }: Pick<ControlCall, 'path'>) => path['type'] ?? ''
const idIn = ({ path }: Pick<ControlCall, 'path'>) => path['id'] ?? ''

export const listTypes = control({
  method: 'GET',
  path: 'entities',
  name: 'listTypes',
  says: 'Lists the types of entities.',
  answer: members<{ types: readonly string[] }>('the types', { types: list(text()) }),
  run: ({ house }) => ({ types: house.world.store.resources.map(({ name }) => name) }),
})

export const listOfType = control({
  method: 'GET',
  path: 'entities/{type}',
  name: 'listEntities',
  says: 'Lists the entities of a type.',
  answer: members<ReturnType<typeof listEntities>>('the entities', {
    type: text(),
    entities: list(
      members<{ id: string; name: string }>('an entity', { id: text(), name: text() }),
    ),
  }),
  run: settled((call) => listEntities(call.house.world, typeIn(call))),
})

export const addOne = control({
  method: 'POST',
  path: 'entities/{type}',
  name: 'addEntity',
  says: 'Adds an entity; what is not said is filled in, and linked.',
  body: fields,
  isOptional: true,
  answer: form,
  run: settled((call: ControlCall<Fields>) => addEntity(call.house.world, typeIn(call), call.body)),
})

export const readOne = control({
  method: 'GET',
  path: 'entities/{type}/{id}',
  name: 'readEntity',
  says: 'Tells an entity as it is.',
  answer: form,
  run: settled((call) => readEntity(call.house.world, typeIn(call), idIn(call))),
})

export const changeOne = control({
  method: 'PATCH',
  path: 'entities/{type}/{id}',
  name: 'changeEntity',
  says: 'Changes members of an entity.',
  body: fields,
  answer: form,
  run: settled((call: ControlCall<Fields>) =>
    changeEntity(call.house.world, typeIn(call), idIn(call), call.body),
  ),
})

export const removeOne = control({
  method: 'DELETE',
  path: 'entities/{type}/{id}',
  name: 'removeEntity',
  says: 'Removes an entity, and what hangs on it.',
  answer: members<ReturnType<typeof removeEntity>>('what is gone', {
    type: text(),
    id: text(),
    name: text(),
  }),
  run: settled((call) => removeEntity(call.house.world, typeIn(call), idIn(call))),
})
