// Room openapi: what is served, told to machines. It describes shapes and names no resource.
import type { Shape, Struct } from '../model/shape.ts'
import { isValueType } from '../wire/scalar.ts'
import { spell, type Dialect } from '../wire/write-json.ts'

export type Schema = Readonly<Record<string, unknown>>

/** The JSON Schema (2020-12) of what `write-json.ts` writes for a shape in a dialect. */
export function schemaOf(shape: Shape, dialect: Dialect): Schema {
  switch (shape.kind) {
    case 'text':
    case 'uid':
    case 'href':
      return { type: 'string' }
    case 'truth':
      return { type: 'boolean' }
    case 'number':
      return { type: 'number' }
    case 'moment':
    case 'timeOfDay':
      return { type: 'string' }
    case 'enumeration':
      return { type: 'string', enum: shape.values }
    case 'links':
      return arrayOf(object(linkMembers, dialect))
    case 'rows':
      return object({ [shape.plural]: { type: 'array' } }, dialect)
    case 'list': {
      const items = arrayOf(schemaOf(shape.shape, dialect))
      return shape.shape.kind === 'struct' ? object({ [shape.plural]: items }, dialect) : items
    }
    case 'repeated':
      return arrayOf(schemaOf(shape.shape, dialect))
    case 'struct':
      return structSchema(shape, dialect)
  }
}

const arrayOf = (items: Schema): Schema => ({ type: 'array', items })

const word = { type: 'string' }
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const linkMembers = { Rel: word, Href: word, Name: orNull(word), Type: orNull(word) }

/** An object of exactly these members, their names spelled in the dialect. */
function object(members: Readonly<Record<string, Schema>>, dialect: Dialect): Schema {
  const spelled = Object.entries(members).map(([name, schema]) => [spell(name, dialect), schema])
  const properties = Object.fromEntries(spelled) as Readonly<Record<string, Schema>>
  return { type: 'object', properties, required: Object.keys(properties) }
}

function structSchema({ fields }: Struct, dialect: Dialect): Schema {
  const properties: Record<string, Schema> = {}
  const required: string[] = []
  for (const [field, shape] of Object.entries(fields)) {
    if (shape.hidden === true) continue
    const name = spell(shape.jsonName ?? field, dialect)
    const schema = schemaOf(shape, dialect)
    properties[name] =
      shape.onlyJson !== undefined ? { const: shape.onlyJson }
      : shape.optional === true && !isValueType(shape) ? orNull(schema)
      : schema // prettier-ignore
    // A value type that is absent is left out; all else is always there.
    if (shape.optional !== true || !isValueType(shape)) required.push(name)
  }
  return { type: 'object', properties, required, additionalProperties: false }
}
