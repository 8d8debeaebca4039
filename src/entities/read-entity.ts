import type { World } from '../simulation/core/simulation.ts'
import { entityForm, type EntityForm } from './entity-form.ts'
import { entityRow, knownType } from './entity-type.ts'

/** One entity as it is. Throws refusals: 400 for no such type, 404 for no such entity. */
export function readEntity(world: World, type: string, id: string): EntityForm {
  world.settle()
  const resource = knownType(world, type)
  return entityForm(world, resource, entityRow(world, resource, id))
}
