import type { EntityOf, Resource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import type { Store } from '../../store/store.ts'
import type { Table } from '../../store/table.ts'

/** The world's rows of a definition, typed by it. */
export function tableOf<R extends Resource>(world: { readonly store: Store }, resource: R): Table<EntityOf<R> & Row> {
  return world.store.table<EntityOf<R> & Row>(resource.name)
}
