import type { Simulation } from '../simulation/core/simulation.ts'
import { errors } from '../model/api-error.ts'
import type { Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import { sameId } from '../store/same-id.ts'

/** Throws a 400 ApiError for something found inside a row whose id something else has. @param before what the row was. */
export function refuseDoubles({ store }: Simulation, { name: type }: Resource, row: Row, before?: Row): void {
  for (const { name, inside = [] } of store.resources)
    for (const { rows } of inside.filter((it) => it.resource === type)) {
      const known = new Set(before === undefined ? [] : rows(before).map(({ id }) => sameId(id)))
      const seen = new Set<string>()
      for (const { id } of rows(row)) {
        const isTaken = !known.has(sameId(id)) && store.table(name).get(id) !== undefined
        if (seen.has(sameId(id)) || isTaken)
          throw errors.badRequest(`There is a ${name} ${id} already; each has an id of its own.`)
        seen.add(sameId(id))
      }
    }
}

/** Throws a 400 ApiError if a row cannot be found under any of its paths, because what they name is not said. */
export function refuseOrphan({ name, path, aliases = [] }: Resource, { up }: Row): void {
  const needed = [path, ...aliases].map((it) => [...it.matchAll(/\{(\w+)\}/g)].map(([, role = '']) => role))
  if (needed.some((roles) => roles.every((role) => up[role] !== undefined))) return
  const ways = needed.map((roles) => roles.map((role) => `${role}Uid or ${role}Name`).join(' and '))
  throw errors.badRequest(`Say what the ${name} belongs to, by ${ways.join('; or by ')}.`)
}
