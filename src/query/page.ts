import type { PagePlace } from '../model/paging.ts'

/** A page of the rows that were asked for. */
export interface Page<R> extends PagePlace {
  readonly rows: readonly R[]
}
