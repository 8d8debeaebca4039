import { parseFilter } from '#grammar'
import type { Resource } from '../model/resource.ts'
import { bind, type Bound } from './bind.ts'

/** So many filters are remembered, those asked last. */
const REMEMBERED = 200
/** A longer one is not, so that memory stays small whatever is sent. */
const LONGEST = 1000

interface Compiled {
  readonly resource: Resource
  readonly bound: Bound
}

const compiledByText = new Map<string, Compiled>()

/** Reads a filter and gives it its meaning over a resource, or the diagnostics of either step. */
export function compileFilter(text: string, resource: Resource): Bound {
  if (text.length > LONGEST) return compile(text, resource)
  const spelling = `${resource.name} ${text}`
  const known = compiledByText.get(spelling)
  const bound = known?.resource === resource ? known.bound : compile(text, resource)
  // A map keeps the order of entry: what is entered anew is forgotten last.
  compiledByText.delete(spelling)
  compiledByText.set(spelling, { resource, bound })
  const [oldest] = compiledByText.keys()
  if (compiledByText.size > REMEMBERED && oldest !== undefined) compiledByText.delete(oldest)
  return bound
}

function compile(text: string, resource: Resource): Bound {
  const parsed = parseFilter(text)
  return parsed.ok ? bind(parsed.expression, resource) : parsed
}
