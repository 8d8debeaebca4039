import { idOf } from '../../random/ids.ts'
import type { Resource } from '../../model/resource.ts'
import type { Simulation } from './simulation.ts'

/** An id for a new row, drawn from its natural name, and from a number as well as long as another row has it. */
export function freshId({ chance, store }: Simulation, { name: type }: Resource, ...name: readonly string[]): string {
  const rows = store.table(type)
  let id = idOf(chance.seed, type, ...name)
  // Many of one name may be there: how many rows there are leads past all of them at once.
  for (let n = rows.size; rows.get(id) !== undefined; n++) id = idOf(chance.seed, type, ...name, String(n))
  return id
}
