import type { Members, Shape } from './kinds.ts'

/** A JSON Schema, 2020-12. */
export type Schema = Readonly<Record<string, unknown>>

/** The JSON Schema of a shape: what it accepts, `check` accepts, but for what sentences alone can say. */
export function jsonSchemaOf(shape: Shape): Schema {
  switch (shape.kind) {
    case 'text':
      return { type: 'string', ...(shape.form !== undefined && { pattern: shape.form.source }) }
    case 'number':
      return {
        type: shape.isWhole ? 'integer' : 'number',
        ...(shape.least !== -Infinity && { minimum: shape.least }),
        ...(shape.most !== Infinity && { maximum: shape.most }),
      }
    case 'truth':
      return { type: 'boolean' }
    case 'word':
      return { type: 'string', enum: shape.words }
    case 'list':
      return { type: 'array', items: jsonSchemaOf(shape.of) }
    case 'tuple':
      return {
        type: 'array',
        prefixItems: shape.of.map(jsonSchemaOf),
        minItems: shape.of.length,
        maxItems: shape.of.length,
      }
    case 'members':
      return membersSchema(shape.members, shape.says)
    case 'anything':
      return {}
    case 'record':
      return { type: 'object', additionalProperties: jsonSchemaOf(shape.of) }
    case 'either':
      return { anyOf: shape.shapes.map(jsonSchemaOf) }
    case 'byWord':
      return {
        oneOf: Object.entries(shape.shapes).map(([word, each]) => ({
          allOf: [
            { type: 'object', properties: { [shape.member]: { const: word } } },
            jsonSchemaOf(each),
          ],
        })),
      }
  }
}

function membersSchema(members: Members, says: string): Schema {
  const all = Object.entries(members)
  const required = all.filter(([, { isOptional }]) => isOptional !== true).map(([name]) => name)
  return {
    type: 'object',
    description: says,
    properties: Object.fromEntries(all.map(([name, shape]) => [name, jsonSchemaOf(shape)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}
