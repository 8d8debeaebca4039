import { addEntity } from '../control/add-entity.ts'
import { changeEntity } from '../control/change-entity.ts'
import { listEntities, readEntity } from '../control/list-entities.ts'
import { removeEntity } from '../control/remove-entity.ts'
import type { AddControl } from './control.ts'

/** Adds the routes by which tests set up what is there: entities of any type, added, changed, removed and read. */
export function addEntityEditRoutes(add: AddControl): void {
  add('GET', 'entities', ({ house }) => ({
    types: house.world.store.resources.map(({ name }) => name),
  }))
  add('GET', 'entities/:type', ({ house, path }) => listEntities(house.world, path['type'] ?? ''))
  add('POST', 'entities/:type', ({ house, path, body }) =>
    addEntity(house.world, path['type'] ?? '', body),
  )
  add('GET', 'entities/:type/:id', ({ house, path }) =>
    readEntity(house.world, path['type'] ?? '', path['id'] ?? ''),
  )
  add('PATCH', 'entities/:type/:id', ({ house, path, body }) =>
    changeEntity(house.world, path['type'] ?? '', path['id'] ?? '', body),
  )
  add('DELETE', 'entities/:type/:id', ({ house, path }) =>
    removeEntity(house.world, path['type'] ?? '', path['id'] ?? ''),
  )
}
