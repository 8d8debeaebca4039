import type { Properties, JsonShape } from '../src/json-schema/kinds.ts'

/** The TypeScript type of a shape's values: by its name if it has one, else spelled out. */
export function typeIn(shape: JsonShape): string {
  if (shape.typeName !== undefined) return shape.typeName
  switch (shape.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return shape.kind
    case 'enumeration':
      return shape.values.map((value) => `'${value}'`).join(' | ')
    case 'array':
      return `readonly (${typeIn(shape.items)})[]`
    case 'tuple':
      return `readonly [${shape.items.map(typeIn).join()}]`
    case 'object':
      return `{ ${membersIn(shape.properties)} }`
    case 'anything':
      return 'unknown'
    case 'record':
      return `Readonly<Record<string, ${typeIn(shape.additionalProperties)}>>`
    case 'union':
      return shape.shapes.map(typeIn).join(' | ')
    case 'discriminatedUnion':
      return Object.entries(shape.shapes)
        .map(([word, each]) => `{ readonly ${shape.discriminator}: '${word}' } & (${typeIn(each)})`)
        .join(' | ')
  }
}

const membersIn = (properties: Properties): string =>
  Object.entries(properties)
    .map(([name, shape]) =>
      shape.isOptional === true
        ? `readonly ${name}?: ${typeIn(shape)} | undefined`
        : `readonly ${name}: ${typeIn(shape)}`,
    )
    .join('; ')
