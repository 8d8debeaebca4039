import type { Link } from './shape.ts'

/** Where a page stands among all that was asked for. */
export interface PagePlace {
  /** Counted from 1; as asked, even beyond the last. */
  readonly page: number
  readonly pageSize: number
  /** How many there are on all pages. */
  readonly total: number
}

/** How many pages there are: one at least, as recorded for queries without hits. */
export const pagesCount = ({ total, pageSize }: PagePlace): number => Math.max(1, Math.ceil(total / pageSize))

/** The links of a PagingInfo; First and Last are always there (em_rest pagesize_and_page). @param to where a page is. */
export function pageLinks(place: PagePlace, to: (page: number) => string): readonly Link[] {
  const { page } = place
  const last = pagesCount(place)
  return [
    { Rel: 'First', Href: to(1) },
    ...(page > 1 ? [{ Rel: 'Previous', Href: to(Math.min(page - 1, last)) }] : []),
    ...(page < last ? [{ Rel: 'Next', Href: to(page + 1) }] : []),
    { Rel: 'Last', Href: to(last) },
  ]
}
