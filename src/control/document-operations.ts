import { anything, enumeration, optional } from '../json-schema/shape.ts'
import { ApiError, errors } from '../model/api-error.ts'
import type { OpenApiSchema } from '../openapi/schema-of.ts'
import type { Dialect } from '../wire/write-json.ts'
import { control } from './control-operation.ts'
import { PlainText } from './plain-text.ts'
import type { Authority } from '../tls/authority.ts'
import type { Worlds } from '../worlds/worlds.ts'

// What is served, told to machines, and what to trust it by.

const dialects = ['v12', 'v13'] as const satisfies readonly Dialect[]
const schema = anything('an OpenAPI 3.1 document')
/** By server; there is one of each dialect. */
const made = new WeakMap<Worlds, Map<Dialect, OpenApiSchema>>()

export const readOpenApi = control({
  method: 'GET',
  path: 'openapi.json',
  name: 'readOpenApi',
  description: "The OpenAPI document of EM's API, in the JSON of a dialect: that of the server, unless told otherwise.",
  handle: { at: 'documents.openApi', isPromise: true },
  takes: ['dialect'],
  parameters: { dialect: optional(enumeration(...dialects)) },
  example: { parameters: { dialect: 'v13' } },
  answer: schema,
  ofServer: true,
  run: async ({ worlds, parameters }) => {
    const asked = parameters.find(({ name }) => name.toLowerCase() === 'dialect')?.value
    const dialect = dialects.find((each) => each === (asked ?? worlds.settings.dialect))
    if (dialect === undefined)
      throw errors.badRequest(`Found dialect=${(asked ?? '').slice(0, 100)}; there are ${dialects.join(' and ')}.`)
    const kept = made.get(worlds) ?? new Map<Dialect, OpenApiSchema>()
    made.set(worlds, kept)
    const { apiDescription: surfaceOf } = await import('./api-description.ts')
    const document = kept.get(dialect) ?? surfaceOf(worlds, dialect)
    kept.set(dialect, document)
    return document
  },
})

export const readCa = control({
  method: 'GET',
  path: 'ca.pem',
  name: 'readCa',
  description: 'The certificate of the authority that signs the certificates of HTTPS, for clients to trust.',
  handle: { at: 'ca', isPromise: true },
  example: {},
  answer: { mediaType: 'application/x-pem-file' },
  // It is shown to everyone who connects, and trusts nobody.
  isOpen: true,
  ofServer: true,
  run: async ({ worlds }) => new PlainText('application/x-pem-file', await authorityOf(worlds).certificate()),
})

/** Who signs the certificates of a server. Throws a 404 ApiError if nobody of ours does. */
export function authorityOf({ authority, settings }: Worlds): Authority {
  if (authority !== undefined) return authority
  throw new ApiError(
    404,
    settings.httpsPort === 'off'
      ? 'HTTPS is off, so there is no certificate to trust.'
      : 'HTTPS has the certificate that --tls-cert names; trust what has signed that.',
  )
}
