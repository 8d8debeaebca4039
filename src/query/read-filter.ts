import { errors } from '../model/api-error.ts'
import type { Resource } from '../model/resource.ts'
import { compileFilter } from './compile-filter.ts'
import type { Selection } from './selection.ts'

/** What a filter asks. Throws a 400 ApiError that says all that is wrong with it. */
export function readFilter(text: string, resource: Resource): Selection {
  const bound = compileFilter(text, resource)
  if (bound.ok) return bound.selection
  throw errors.badRequest(bound.diagnostics.map(({ message }) => message).join(' '))
}
