import { days } from '../clock/duration.ts'
import type { Instant } from '../clock/instant.ts'
import type { EntityOf, Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import type { Store } from '../store/store.ts'
import type { Table } from '../store/table.ts'

/** When the period begins that the summary is about: the last 24 hours, as the recorded figures add up. */
export const periodStart = (now: Instant): Instant => now - days(1)

/** The rows of a definition, typed by it. */
export const typedTable = <R extends Resource>(store: Store, resource: R): Table<EntityOf<R> & Row> =>
  store.table<EntityOf<R> & Row>(resource.name)

/** The rows whose moment is that instant or later. One without the moment is none of them. */
export function rowsSince<R extends Resource>(
  store: Store,
  resource: R,
  member: keyof EntityOf<R> & string,
  since: Instant,
): readonly (EntityOf<R> & Row)[] {
  const table = typedTable(store, resource)
  const matches = table.live.copy()
  table.column({ of: 'member', member }).refine('>=', since, matches)
  return table.rowsAt(matches.slice())
}
