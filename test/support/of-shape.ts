import fc, { type Arbitrary } from 'fast-check'
import type { JsonShape } from '../../src/json-schema/kinds.ts'

/** Some values that a shape accepts. What may be anything is text; numbers are whole, lists and words short. */
export function ofShape(shape: JsonShape): Arbitrary<unknown> {
  switch (shape.kind) {
    case 'string':
      return fc.string({ minLength: 1, maxLength: 8 }).filter((text) => fits(text, shape))
    case 'number':
      return fc.integer({ min: Math.max(shape.minimum, -1e9), max: Math.min(shape.maximum, 1e9) })
    case 'boolean':
      return fc.boolean()
    case 'enumeration':
      return fc.constantFrom(...shape.values)
    case 'array':
      return fc.array(ofShape(shape.items), { maxLength: 4 })
    case 'tuple':
      return fc.tuple(...shape.items.map(ofShape))
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(shape.properties).map(([name, each]) => [name, ofShape(each)])),
        {
          requiredKeys: Object.keys(shape.properties).filter((name) => shape.properties[name]?.isOptional !== true),
          noNullPrototype: true,
        },
      )
    case 'anything':
      return fc.string()
    case 'record':
      return fc.dictionary(fc.constantFrom('a', 'b', 'c'), ofShape(shape.additionalProperties), {
        noNullPrototype: true,
      })
    case 'union':
      return fc.oneof(...shape.shapes.map(ofShape))
    case 'discriminatedUnion':
      return fc.oneof(...Object.values(shape.shapes).map(ofShape))
  }
}

const fits = (text: string, { pattern, read }: Extract<JsonShape, { kind: 'string' }>): boolean =>
  pattern?.test(text) !== false && (read === undefined || read(text) !== undefined)
