import type { Row } from '../model/shape.ts'
import type { Table } from '../store/table.ts'
import type { Page } from './page.ts'
import { select, type Selectable } from './select.ts'
import type { Selection } from './selection.ts'
import { sortedSlice, type SortKey, type Sortable } from './sort.ts'

export interface Query {
  readonly selection?: Selection | undefined
  readonly order: readonly SortKey[]
  /** Counted from 1. */
  readonly page: number
  readonly pageSize: number
}

type Queried<R extends Row> = Selectable & Sortable & Pick<Table<R>, 'rowsAt'>

/** Answers a query from a table. A page beyond the last is empty and keeps the number it was asked by. */
export function runQuery<R extends Row>(table: Queried<R>, query: Query): Page<R> {
  const { selection, order, page, pageSize } = query
  const matches = select(table, selection)
  const total = selection === undefined ? table.size : matches.count()
  const from = (page - 1) * pageSize
  const positions = from < total ? sortedSlice(table, matches, total, order, from, pageSize) : []
  return { rows: table.rowsAt(positions), page, pageSize, total }
}
