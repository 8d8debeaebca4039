import type { Diagnostic, Span } from '#grammar'
import { didYouMean } from '../text/did-you-mean.ts'
import { nearest } from '../text/nearest.ts'
import { quoteBriefly } from '../text/quote-briefly.ts'
import type { Resource, Source } from '../model/resource.ts'

interface Known {
  readonly name: string
  readonly source: Source
}

const knownByResource = new WeakMap<Resource, ReadonlyMap<string, Known>>()

/** What a name in a filter or sort means, without regard to case; or the diagnosis, at the given place. */
export function findName(name: string, resource: Resource, span: Span): Known | Diagnostic {
  const found = knownNames(resource).get(name.toLowerCase())
  if (found !== undefined) return found
  const expected = Object.keys(resource.query)
  const meant = nearest(name, expected)
  return {
    code: 'unknownName',
    message: `${resource.name} has no ${quoteBriefly(name)}.${didYouMean(meant)} It can be asked by ${expected.join(', ')}.`,
    span,
    expected,
  }
}

function knownNames(resource: Resource): ReadonlyMap<string, Known> {
  const remembered = knownByResource.get(resource)
  if (remembered !== undefined) return remembered
  const known = new Map<string, Known>()
  for (const [name, source] of Object.entries(resource.query)) known.set(name.toLowerCase(), { name, source })
  knownByResource.set(resource, known)
  return known
}
