import type { Resource } from '../../model/resource.ts'

/** The router's pattern for one of a resource, as `rowOf` reads it: `:id`, and `:Role` for each parent in its path. */
export const entityRoute = ({ path }: Pick<Resource, 'path'>): string => `/api/${path.replace(/\{(\w+)\}/g, ':$1')}/:id`
