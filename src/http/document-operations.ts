import { anything, maybe, word } from '../json/shape.ts'
import { refuse } from '../model/refusal.ts'
import type { Schema } from '../openapi/schema-of.ts'
import type { Dialect } from '../wire/write-json.ts'
import { control } from './control-operation.ts'
import type { Houses } from './houses.ts'

// What is served, told to machines.

const dialects = ['v12', 'v13'] as const satisfies readonly Dialect[]
const schema = anything('an OpenAPI 3.1 document')
/** By server; there is one of each dialect. */
const made = new WeakMap<Houses, Map<Dialect, Schema>>()

export const readOpenApi = control({
  method: 'GET',
  path: 'openapi.json',
  name: 'readOpenApi',
  says: "The OpenAPI document of EM's API, in the JSON of a dialect: that of the server, unless told otherwise.",
  parameters: { dialect: maybe(word(...dialects)) },
  answer: schema,
  ofServer: true,
  run: async ({ houses, parameters }) => {
    const asked = parameters.find(({ name }) => name.toLowerCase() === 'dialect')?.value
    const dialect = dialects.find((each) => each === (asked ?? houses.settings.dialect))
    if (dialect === undefined)
      throw refuse.badRequest(`Found dialect=${(asked ?? '').slice(0, 100)}; there are ${dialects.join(' and ')}.`) // prettier-ignore
    const kept = made.get(houses) ?? new Map<Dialect, Schema>()
    made.set(houses, kept)
    const { surfaceOf } = await import('./surface.ts')
    const document = kept.get(dialect) ?? surfaceOf(houses, dialect)
    kept.set(dialect, document)
    return document
  },
})
