/** A page of the rows that were asked for. */
export interface Page<R> {
  readonly rows: readonly R[]
  /** Counted from 1; as asked, even beyond the last. */
  readonly page: number
  readonly pageSize: number
  /** How many rows there are on all pages. */
  readonly total: number
}

/** How many pages there are: one at least, as recorded for queries without hits. */
export function pagesCount({ total, pageSize }: Omit<Page<unknown>, 'rows'>): number {
  return Math.max(1, Math.ceil(total / pageSize))
}
