import type { Resource } from '../model/resource.ts'
import type { Link, Row, Shape as WireShape } from '../model/shape.ts'
import { list, maybe, members, number, record, text, truth, whole, word } from '../json/shape.ts'
import type { Members, Shape } from '../json/kinds.ts'
import type { MembersOf, ShapeOf } from '../json/shape-of.ts'

/** From the year 1 to 9999, as far as dates can be written. */
const [FIRST, LAST] = [-62135596800e6, 253402300799e6 + 999999]

/** A moment of story time, as `clock/instant.ts` has it. */
export const instant = whole(FIRST, LAST, 'a moment, in microseconds since 1970')
export const id = text('an id', /^[^\u0000-\u001f]{1,1000}$/)
const guid = text('a GUID', /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/)

/** How a row of a resource is written down: its id, what it belongs to, and its members, none of them the wire's. */
export function rowShape({ name, key, fields, up }: Resource): ShapeOf<Row> {
  const roles = Object.keys(up).map((role) => [role, maybe(id)] as const)
  const row: MembersOf<Row> = {
    id: key === undefined ? guid : id,
    up: members(`what a ${name} belongs to`, Object.fromEntries(roles)),
    related: maybe(record('ids by type', list(id))),
  }
  return members(`a ${name}`, { ...row, ...membersOf(fields, false) })
}

/** What a body is read into. @param isPartial nothing is required but in the items of lists. */
export const bodyShape = (shape: WireShape, isPartial: boolean): Shape =>
  valueShape(shape, isPartial)

function valueShape(shape: WireShape, isPartial: boolean): Shape {
  switch (shape.kind) {
    case 'text':
    case 'uid':
    case 'href':
      return text()
    case 'truth':
      return truth
    case 'number':
      return number(-Infinity, 'a number')
    case 'moment':
    case 'timeOfDay':
      return instant
    case 'enumeration':
      return word(...shape.values)
    case 'links':
      return list(link)
    case 'list':
    case 'repeated':
      return list(valueShape(shape.shape, false))
    case 'rows':
      return whole(0)
    case 'struct':
      return {
        kind: 'members',
        members: membersOf(shape.fields, isPartial),
        says: `an object of ${Object.keys(shape.fields).join(', ')}`,
      }
  }
}

const link = members<Link>('a link', {
  Rel: text(),
  Href: text(),
  Name: maybe(text()),
  Type: maybe(text()),
})

const membersOf = (fields: Readonly<Record<string, WireShape>>, isPartial: boolean): Members =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { onlyJson }]) => onlyJson === undefined)
      .map(([name, shape]) => {
        const value = valueShape(shape, isPartial)
        return [name, isPartial || shape.optional === true ? maybe(value) : value]
      }),
  )
