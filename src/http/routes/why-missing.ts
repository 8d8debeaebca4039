import { nearest } from '../../text/nearest.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import type { Resource } from '../../model/resource.ts'

/** More are not compared: somebody has to read it, nobody has to wait for it. */
const MOST = 1000

/** Why there is nothing of that key, for the log: EM's own words must not change. What else has that id, or the nearest that there is. */
export function whyMissing({ store }: Simulation, { name, plural }: Resource, key: string): string {
  for (const other of store.resources)
    if (other.name !== name && other.inside === undefined) {
      const table = store.table(other.name)
      // Not by its name at once: a table remembers what was asked for in vain.
      if (table.get(key) !== undefined) return `${key} is the id of the ${other.name} "${table.nameOf(key) ?? ''}".`
    }
  const table = store.table(name)
  if (table.size === 0) return `There are no ${plural}.`
  const ids: string[] = []
  for (const { id } of table) if (ids.push(id) >= MOST) break
  const near = nearest(key, ids)
  const meant = near === undefined ? '' : ` The nearest is ${near}, "${table.nameOf(near) ?? ''}".`
  return `There are ${table.size} ${plural}, but not this one.${meant}`
}
