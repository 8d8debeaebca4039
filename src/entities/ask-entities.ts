import type { Simulation } from '../simulation/core/simulation.ts'
import { readQuery, type Parameter } from '../query/read-query.ts'
import { runQuery } from '../query/run-query.ts'
import type { JournalQuery } from '../journal/asked-journal.ts'
import { knownType } from './entity-type.ts'

/** Which entities of a type, in what order, which page; all of them if no page is asked for. Members are as in a query. */
export type EntityQuery = Omit<JournalQuery, 'after'>

/** Entities of a type, by their ids and names. */
export interface EntityList {
  readonly type: string
  readonly entities: readonly { readonly id: string; readonly name: string }[]
  /** How many there are on all pages. */
  readonly total: number
}

/**
 * The entities of a type that are asked for, in the language of `/api/query`. Throws a 400 ApiError for no such type, and for
 * what cannot be understood.
 */
export function askEntities(simulation: Simulation, type: string, parameters: readonly Parameter[]): EntityList {
  simulation.catchUp()
  const resource = knownType(simulation, type)
  const table = simulation.store.table(resource.name)
  const { query } = readQuery(parameters, simulation.store.register, resource)
  const isPaged = parameters.some(({ name }) => /^page(size)?$/i.test(name))
  const pageSize = isPaged ? query.pageSize : Math.max(1, table.size)
  const { rows, total } = runQuery(table, { ...query, pageSize })
  const entities = rows.map(({ id }) => ({ id, name: table.nameOf(id) ?? '' }))
  return { type: resource.name, entities, total }
}
