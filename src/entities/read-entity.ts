import type { Simulation } from '../simulation/core/simulation.ts'
import { entityForm, type EntityForm } from './entity-form.ts'
import { entityRow, knownType } from './entity-type.ts'

/** One entity as it is. Throws ApiErrors: 400 for no such type, 404 for no such entity. */
export function readEntity(simulation: Simulation, type: string, id: string): EntityForm {
  simulation.catchUp()
  const resource = knownType(simulation, type)
  return entityForm(simulation, resource, entityRow(simulation, resource, id))
}
