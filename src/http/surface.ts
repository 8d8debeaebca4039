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
    const name = free(nameOf(method, path, promised), taken)
    return { method, path: unique(path), name, promised }
  })
  return describeSurface({ served, dialect, version })
}

/** The name of an operation, or what stands for all that `?action=` may say. */
function nameOf(method: string, path: string, promised: Promised): string {
  const words = promised.kind === 'actions' ? promised.choices.map(({ word }) => word) : []
  const [word] = words
  if (words.length < 2)
    return operationName(word === undefined ? method : `${method}?${word}`, path)
  return operationName(`${method}?act`, path)
}

/** Second spellings of a path are called alike otherwise. */
function free(name: string, taken: Set<string>): string {
  let own = name
  for (let n = 2; taken.has(own); n++) own = `${name}${n}`
  taken.add(own)
  return own
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
