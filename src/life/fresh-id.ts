import { idOf } from '../chance/ids.ts'
import type { Resource } from '../model/resource.ts'
import type { World } from './world.ts'

/** An id for a new row, drawn from its natural name, and from itself again as long as another row has it. */
export function freshId(
  { chance, store }: World,
  { name: type }: Resource,
  ...name: readonly string[]
): string {
  const rows = store.table(type)
  let id = idOf(chance.seed, type, ...name)
  while (rows.get(id) !== undefined) id = idOf(chance.seed, type, ...name, id)
  return id
}
