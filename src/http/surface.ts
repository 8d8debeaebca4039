import { describeSurface } from '../openapi/describe-surface.ts'
import type { Schema } from '../openapi/schema-of.ts'
import type { Promised } from '../openapi/promised.ts'
import type { Dialect } from '../wire/write-json.ts'
import type { Houses } from './houses.ts'
import { operationName, singular, templateOf } from './operations.ts'

/** The OpenAPI 3.1 document of EM's API as a server serves it. Nothing of the mock's own is in it. */
export function surfaceOf({ routes, version }: Houses, dialect: Dialect): Schema {
  const taken = new Set<string>()
  const served = routes.flatMap(({ method, url, promised }) => {
    if (promised === undefined || method === 'HEAD') return []
    const path = templateOf(url.replace(/^\/api/, '') || '/')
    const named = namesOf(method, path, promised, taken)
    taken.add(named.name)
    return { method, path: unique(path), promised, ...named }
  })
  return describeSurface({ served, dialect, version })
}

/** The name of an operation as faults and the journal have it; of several that `?action=` divides, a name for all of them, and each one's own. */
function namesOf(method: string, path: string, promised: Promised, taken: ReadonlySet<string>) {
  const choices = promised.kind === 'actions' ? promised.choices : []
  const nameOf = (word?: string) => operationName(word === undefined ? method : `${method}?${word}`, path, taken) // prettier-ignore
  if (choices.length < 2) return { name: nameOf(choices[0]?.word) }
  const operations = Object.fromEntries(choices.map(({ word }) => [word ?? '', nameOf(word)]))
  return { name: nameOf('act'), operations }
}

/** A path whose holes have different names: `/jobs/{jobId}/includes/{includeId}`. */
function unique(path: string): string {
  const holes = path.match(/\{\w+\}/g) ?? []
  if (new Set(holes).size === holes.length) return path
  return path.replace(
    /([^/]+)\/\{id\}/g,
    (_, literal: string) => `${literal}/{${singular(literal)}Id}`,
  )
}
