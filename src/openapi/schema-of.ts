// Module openapi: the OpenAPI document of what is served. Everything in it is derived; it names no resource.
import { isBase, requiredOf } from '../model/body.ts'
import type { Shape, Struct } from '../model/shape.ts'
import { isValueType } from '../wire/scalar.ts'
import { jsonName, type Dialect } from '../wire/write-json.ts'

/** A JSON Schema, 2020-12. */
export type OpenApiSchema = Readonly<Record<string, unknown>>

const arrayOf = (items: OpenApiSchema): OpenApiSchema => ({ type: 'array', items })
export const orNull = (schema: OpenApiSchema): OpenApiSchema => ({ anyOf: [schema, { type: 'null' }] })
const nothing: OpenApiSchema = { type: 'null' }

/**
 * The schema of what `write-json.ts` writes for a shape.
 * @param rowSchema that of the rows that go into its hole, if it has one.
 */
export function schemaOf(shape: Shape, dialect: Dialect, rowSchema: OpenApiSchema = {}): OpenApiSchema {
  switch (shape.kind) {
    case 'text':
    case 'uid':
    case 'href':
    case 'dateTime':
    case 'timeOfDay':
      return { type: 'string' }
    case 'boolean':
      return { type: 'boolean' }
    case 'number':
      return { type: 'number' }
    case 'enumeration':
      return { type: 'string', enum: shape.values }
    case 'links':
      return arrayOf(linkSchema(dialect))
    case 'rows':
      return objectOf({ [shape.plural]: arrayOf(rowSchema) }, dialect)
    case 'list': {
      const items = arrayOf(schemaOf(shape.shape, dialect, rowSchema))
      return shape.shape.kind === 'struct' ? objectOf({ [shape.plural]: items }, dialect) : items
    }
    case 'repeated':
      return arrayOf(schemaOf(shape.shape, dialect, rowSchema))
    case 'struct':
      return structSchema(shape, dialect, rowSchema)
  }
}

/** An object of exactly these members, their names spelled in the dialect. */
function objectOf(members: Readonly<Record<string, OpenApiSchema>>, dialect: Dialect): OpenApiSchema {
  const spelled = Object.entries(members).map(([name, schema]) => [jsonName(name, dialect), schema])
  const properties = Object.fromEntries(spelled) as Readonly<Record<string, OpenApiSchema>>
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  }
}

function linkSchema(dialect: Dialect): OpenApiSchema {
  const word = { type: 'string' }
  return objectOf({ Rel: word, Href: word, Name: orNull(word), Type: orNull(word) }, dialect)
}

function structSchema({ fields }: Struct, dialect: Dialect, rowSchema: OpenApiSchema): OpenApiSchema {
  const properties: Record<string, OpenApiSchema> = {}
  const required: string[] = []
  for (const [field, shape] of Object.entries(fields)) {
    if (shape.hidden === true) continue
    const name = jsonName(shape.jsonName ?? field, dialect)
    const schema = schemaOf(shape, dialect, rowSchema)
    const isValue = isValueType(shape)
    properties[name] =
      shape.onlyJson === null
        ? nothing
        : shape.onlyJson !== undefined
          ? { type: 'string', const: shape.onlyJson }
          : shape.optional === true && !isValue
            ? orNull(schema)
            : schema
    // A value that is absent is left out; all else is always there.
    if (shape.optional !== true || !isValue) required.push(name)
  }
  return { type: 'object', properties, required, additionalProperties: false }
}

/**
 * The schema of a body that a client sends: as it would be written, but members that may be missing may be left out, and
 * what only answers have may be sent along.
 * @param isPartial nothing is required but in the items of lists.
 */
export function bodySchemaOf(shape: Shape, dialect: Dialect, isPartial: boolean): OpenApiSchema {
  if (shape.kind === 'struct') return bodyStruct(shape, dialect, isPartial)
  if (shape.kind !== 'list' && shape.kind !== 'repeated') return schemaOf(shape, dialect)
  const items = arrayOf(bodySchemaOf(shape.shape, dialect, false))
  if (shape.kind === 'repeated' || shape.shape.kind !== 'struct') return items
  const wrapped = { type: 'object', properties: { [jsonName(shape.plural, dialect)]: items } }
  return { anyOf: [wrapped, items] }
}

function bodyStruct(struct: Struct, dialect: Dialect, isPartial: boolean): OpenApiSchema {
  const { fields } = struct
  const needed = requiredOf(struct)
  const own = Object.entries(fields).filter(
    ([name, { hidden, onlyJson }]) => hidden !== true && onlyJson === undefined && !isBase(name),
  )
  const named = own.map(([field, shape]) => {
    const schema = shape.ignored === true ? { readOnly: true } : bodySchemaOf(shape, dialect, isPartial)
    const isNeeded = !isPartial && needed.includes(field)
    return { name: jsonName(shape.jsonName ?? field, dialect), isNeeded, schema }
  })
  const required = named.filter(({ isNeeded }) => isNeeded).map(({ name }) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(
      named.map(({ name, isNeeded, schema }) => [name, isNeeded || 'readOnly' in schema ? schema : orNull(schema)]),
    ),
    ...(required.length > 0 && { required }),
  }
}
