import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { apiDescription } from '../../src/control/api-description.ts'
import type { Worlds } from '../../src/worlds/worlds.ts'

/** What was asked, and what was answered in JSON. */
export interface Answered {
  readonly method: string
  readonly url: string
  readonly status: number
  readonly body: string
}

interface Surface {
  readonly ajv: Ajv2020
  readonly paths: readonly { readonly path: string; readonly pattern: RegExp }[]
  readonly operations: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>
}

/** By dialect, since all servers serve the same. */
const surfaces = new Map<string, Surface>()

function surfaceFor(worlds: Worlds): Surface {
  const { dialect } = worlds.settings
  const known = surfaces.get(dialect)
  if (known !== undefined) return known
  const document = apiDescription(worlds, dialect)
  const ajv = new Ajv2020({
    strict: false,
    logger: false,
    validateSchema: false,
    inlineRefs: false,
    // Most schemas check a few answers: to improve their code costs more than it saves.
    code: { optimize: false },
  })
  ajv.addSchema(document, 'em')
  const operations = document['paths'] as Surface['operations']
  const holes = (path: string) => path.split('{').length
  const paths = Object.keys(operations)
    .sort((a, b) => holes(a) - holes(b))
    .map((path) => ({
      path,
      pattern: new RegExp(
        `^${path
          .replace(/\{filepath\}/, '.+')
          .replace(/\{\w+\}/g, '[^/]+')
          .replace(/\/$/, '')}/*$`,
        'i',
      ),
    }))
  const surface = { ajv, paths, operations }
  surfaces.set(dialect, surface)
  return surface
}

/** Throws if an answer of EM's own is not as the OpenAPI document says. */
export function holdToDocument(worlds: Worlds, { method, url, status, body }: Answered): void {
  const surface = surfaceFor(worlds)
  const asked = (url.split('?')[0] ?? '').replace(/^.*?\/+api(?=\/|$)/i, '').replaceAll(/\/+/g, '/') || '/'
  const verb = method === 'HEAD' ? 'get' : method.toLowerCase()
  const found = surface.paths.find(
    ({ path, pattern }) => pattern.test(asked) && verb in (surface.operations[path] ?? {}),
  )
  const responses = surface.operations[found?.path ?? '']?.[verb]?.responses ?? {}
  const known = String(status) in responses
  if (!known && status < 400)
    throw new Error(`${method} ${url} answers ${status}, of which the OpenAPI document knows nothing.`)
  if (body === '') return
  const pointer =
    found === undefined || !known
      ? 'em#/components/schemas/Error'
      : `em#/paths/${found.path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/${verb}/responses/${status}/content/application~1json/schema`
  const validate: ValidateFunction | undefined = surface.ajv.getSchema(pointer)
  if (validate === undefined) throw new Error(`${method} ${url}: there is no schema ${pointer}.`)
  if (validate(JSON.parse(body.replace(/^\uFEFF/, '')))) return
  const [error] = validate.errors ?? []
  throw new Error(
    `${method} ${url} answers ${status} otherwise than the OpenAPI document has it: ${error?.instancePath ?? ''} ${error?.message ?? ''} ${JSON.stringify(error?.params)}; ${body.slice(0, 300)}`,
  )
}
