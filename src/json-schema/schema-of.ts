import type { Properties, JsonShape } from './kinds.ts'

/** A JSON Schema, 2020-12. */
export type Schema = Readonly<Record<string, unknown>>

/** The JSON Schema of a shape: what it accepts, `check` accepts, but for what sentences alone can say. */
export function jsonSchemaOf(shape: JsonShape): Schema {
  switch (shape.kind) {
    case 'string':
      return {
        type: 'string',
        ...(shape.pattern !== undefined && { pattern: shape.pattern.source }),
      }
    case 'number':
      return {
        type: shape.isInteger ? 'integer' : 'number',
        ...(shape.minimum !== -Infinity && { minimum: shape.minimum }),
        ...(shape.maximum !== Infinity && { maximum: shape.maximum }),
      }
    case 'boolean':
      return { type: 'boolean' }
    case 'enumeration':
      return { type: 'string', enum: shape.values }
    case 'array':
      return { type: 'array', items: jsonSchemaOf(shape.items) }
    case 'tuple':
      return {
        type: 'array',
        prefixItems: shape.items.map(jsonSchemaOf),
        minItems: shape.items.length,
        maxItems: shape.items.length,
      }
    case 'object':
      return objectSchema(shape.properties, shape.description)
    case 'anything':
      return {}
    case 'record':
      return { type: 'object', additionalProperties: jsonSchemaOf(shape.additionalProperties) }
    case 'union':
      return { anyOf: shape.shapes.map(jsonSchemaOf) }
    case 'discriminatedUnion':
      return {
        oneOf: Object.entries(shape.shapes).map(([word, each]) => ({
          allOf: [{ type: 'object', properties: { [shape.discriminator]: { const: word } } }, jsonSchemaOf(each)],
        })),
      }
  }
}

function objectSchema(properties: Properties, description: string): Schema {
  const all = Object.entries(properties)
  const required = all.filter(([, { isOptional }]) => isOptional !== true).map(([name]) => name)
  return {
    type: 'object',
    description,
    properties: Object.fromEntries(all.map(([name, shape]) => [name, jsonSchemaOf(shape)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}
