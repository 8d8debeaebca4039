import type { Resource } from '../model/resource.ts'
import type { Link, Row, Shape as WireShape } from '../model/shape.ts'
import {
  array,
  boolean,
  enumeration,
  id,
  instant,
  integer,
  number,
  object,
  optional,
  record,
  string,
} from '../json-schema/shape.ts'
import type { Properties, JsonShape } from '../json-schema/kinds.ts'
import type { PropertiesOf, ShapeOf } from '../json-schema/shape-of.ts'

const guid = string('a GUID', /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/)

/** How a row of a resource is written down: its id, what it belongs to, and its members, none of them the wire's. */
export function rowShape({ name, key, fields, up }: Resource): ShapeOf<Row> {
  const roles = Object.keys(up).map((role) => [role, optional(id)] as const)
  const row: PropertiesOf<Row> = {
    id: key === undefined ? guid : id,
    up: object(`what a ${name} belongs to`, Object.fromEntries(roles)),
    related: optional(record('ids by type', array(id))),
  }
  return object(`a ${name}`, { ...row, ...membersOf(fields, false) })
}

/** What a body is read into. @param isPartial nothing is required but in the items of lists. */
export const bodyShape = (shape: WireShape, isPartial: boolean): JsonShape => valueShape(shape, isPartial)

function valueShape(shape: WireShape, isPartial: boolean): JsonShape {
  switch (shape.kind) {
    case 'text':
    case 'uid':
    case 'href':
      return string()
    case 'boolean':
      return boolean
    case 'number':
      return number(-Infinity, 'a number')
    case 'dateTime':
    case 'timeOfDay':
      return instant
    case 'enumeration':
      return enumeration(...shape.values)
    case 'links':
      return array(link)
    case 'list':
    case 'repeated':
      return array(valueShape(shape.shape, false))
    case 'rows':
      return integer(0)
    case 'struct':
      return {
        kind: 'object',
        properties: membersOf(shape.fields, isPartial),
        description: `an object of ${Object.keys(shape.fields).join(', ')}`,
      }
  }
}

const link = object<Link>('a link', {
  Rel: string(),
  Href: string(),
  Name: optional(string()),
  Type: optional(string()),
})

const membersOf = (fields: Readonly<Record<string, WireShape>>, isPartial: boolean): Properties =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { onlyJson }]) => onlyJson === undefined)
      .map(([name, shape]) => {
        const value = valueShape(shape, isPartial)
        return [name, isPartial || shape.optional === true ? optional(value) : value]
      }),
  )
