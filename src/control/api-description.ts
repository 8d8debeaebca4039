import { describeApi } from '../openapi/describe-api.ts'
import type { OpenApiSchema } from '../openapi/schema-of.ts'
import type { Dialect } from '../wire/write-json.ts'
import type { Worlds } from '../worlds/worlds.ts'
import { operationName, singular } from '../operations/operation-names.ts'
import type { Operations } from '../operations/operations.ts'

/** The OpenAPI 3.1 document of EM's API as a server serves it. Nothing of the mock's own is in it. */
export function apiDescription({ operations, version }: Worlds, dialect: Dialect): OpenApiSchema {
  const taken = new Set(operations.all.map(({ name }) => name))
  const served = operations.routes().flatMap(({ method: methods, url, config: { contract } }) =>
    [methods]
      .flat()
      .filter((method) => method !== 'HEAD')
      .map((method) => {
        const path = operations.templateOf(url)
        return { method, path: unique(path), contract, ...namesOf(operations, method, path, taken) }
      }),
  )
  return describeApi({ served, dialect, version })
}

/** The name of an operation; of several that `?action=` divides, a name for all of them, and each one's own. */
function namesOf(known: Operations, method: string, path: string, taken: Set<string>) {
  const same = known.at(path)?.operations.filter((each) => each.method === method) ?? []
  const [first] = same
  if (first !== undefined && same.length < 2) return { name: first.name }
  const operations = Object.fromEntries(same.map(({ action = '', name }) => [action, name]))
  const name = operationName(`${method}?act`, path, taken)
  taken.add(name)
  return { name, operations }
}

/** A path whose holes have different names: `/jobs/{jobId}/includes/{includeId}`. */
function unique(path: string): string {
  const holes = path.match(/\{\w+\}/g) ?? []
  if (new Set(holes).size === holes.length) return path
  return path.replace(/([^/]+)\/\{id\}/g, (_, literal: string) => `${literal}/{${singular(literal)}Id}`)
}
