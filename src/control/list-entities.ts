import type { World } from '../life/world.ts'
import { entityForm, type EntityForm } from './entity-form.ts'
import { entityRow, knownType } from './entity-type.ts'

/** The ids and names of all entities of a type. Throws a 400 refusal for no such type. */
export function listEntities(
  world: World,
  type: string,
): {
  readonly type: string
  readonly entities: readonly { readonly id: string; readonly name: string }[]
} {
  world.settle()
  const { name } = knownType(world, type)
  const table = world.store.table(name)
  return {
    type: name,
    entities: [...table].map(({ id }) => ({ id, name: table.nameOf(id) ?? '' })),
  }
}

/** One entity as it is. Throws refusals: 400 for no such type, 404 for no such entity. */
export function readEntity(world: World, type: string, id: string): EntityForm {
  world.settle()
  const resource = knownType(world, type)
  return entityForm(world, resource, entityRow(world, resource, id))
}
