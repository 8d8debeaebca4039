import type { Sliced } from '../clock/sliced.ts'
import type { Complaint } from './check.ts'
import type { Place } from './place.ts'

/**
 * The first of some whose key an earlier one has; nothing if there is none. It may be left off after each.
 * @param sameAs what is the same of keys that count as one: their lower case, as of ids, if not given.
 */
export function* twice(
  all: Iterable<Place>,
  keyOf: (it: Place) => Place | undefined,
  sameAs = (key: string): string => key.toLowerCase(),
): Sliced<Complaint | undefined> {
  const seen = new Set<string>()
  for (const each of all) {
    const key = keyOf(each)
    const word = sameAs(key?.word ?? '')
    if (seen.has(word)) return key?.complain(`"${word}" is here twice.`)
    seen.add(word)
    yield
  }
  return undefined
}
