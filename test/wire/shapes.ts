import fc from 'fast-check'
import type { Fields, Link, Shape, Struct } from '../../src/model/shape.ts'

/** A shape of any kind, however nested, and a value of it. */
export interface Sample {
  readonly shape: Shape
  readonly value: unknown
}

/** Text that XML can hold and that every writer escapes alike. */
export const plainText = fc.string({
  unit: fc.constantFrom(...'abzÄß€😀 .:@\\/-(){}[]<>"\'&%+\u00a0'),
  maxLength: 12,
})

/** Text of anything that a string can hold, but for the mark of where rows go. */
export const oddText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\0', '\b', '\t', '\n', '\r', '\r\n', '\x1f', '\x7f', '\x85', '\u2028', '\ud800', '\udbff', '\udc00', '\udfff',
      '\ufffe', '\uffff', '\ufeff', '\ufffd', '😀', ']]>', '<!--', '-->', '<![CDATA[', '&amp;', '&#x0;', '&', '<', '>', '"', "'",
    ),
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit === 0xe000 ? 0 : unit)),
  ),
  maxLength: 8,
}) // prettier-ignore

const word = fc.string({ unit: fc.constantFrom(...'abcXYZ'), minLength: 1, maxLength: 6 })
const name = fc
  .tuple(fc.constantFrom(...'ABCNSV'), fc.string({ unit: fc.constantFrom(...'aDbU'), maxLength: 4 }))
  .map((parts) => parts.join(''))
/** Whole microseconds from 1970 to 2100; most with a fraction. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: 4102444799e6 }),
  fc.integer({ min: 0, max: 4102444799 }).map((second) => second * 1e6),
)
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))

export const guidOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const guid = fc.nat(99).map(guidOf)

const linksOf = (text: fc.Arbitrary<string>): fc.Arbitrary<readonly Link[]> =>
  fc.array(
    fc.record({
      Rel: word,
      Href: text,
      Name: fc.option(text, { nil: undefined }),
      Type: fc.option(word, { nil: undefined }),
    }),
    { maxLength: 3 },
  )

/** A value of a given shape. `text` makes what is free text. */
export function valueOf(shape: Shape, text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if (shape.optional === true) {
    const present = Object.fromEntries(Object.entries(shape).filter(([key]) => key !== 'optional'))
    return fc.option(valueOf(present as unknown as Shape, text), { nil: undefined, freq: 2 })
  }
  switch (shape.kind) {
    case 'text':
    case 'href':
      return text
    case 'uid':
      return fc.oneof({ weight: 9, arbitrary: guid }, fc.constant(''))
    case 'boolean':
      return fc.boolean()
    case 'number':
      return number
    case 'dateTime':
    case 'timeOfDay':
      return instant
    case 'enumeration':
      return fc.constantFrom(...shape.values)
    case 'links':
      return linksOf(text)
    case 'list':
    case 'repeated':
      return fc.array(valueOf(shape.shape, text), { maxLength: 3 })
    case 'rows':
      return fc.nat(2)
    case 'struct':
      return membersOf(shape.fields, text)
  }
}

/** Values of all fields; what is always the same and only in JSON has none. */
export const membersOf = (
  fields: Fields,
  text: fc.Arbitrary<string>,
): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields)
        .filter(([, shape]) => shape.onlyJson === undefined)
        .map(([field, shape]) => [field, valueOf(shape, text)]),
    ),
  )

const scalar: fc.Arbitrary<Shape> = fc.oneof(
  fc.constantFrom<Shape>(
    { kind: 'text' },
    { kind: 'href' },
    { kind: 'uid', type: 'Job' },
    { kind: 'boolean' },
    { kind: 'number' },
    { kind: 'dateTime' },
    { kind: 'timeOfDay' },
  ),
  fc.uniqueArray(word, { minLength: 1 }).map((values): Shape => ({ kind: 'enumeration', values })),
)

const facets = fc.record(
  { optional: fc.constant(true as const), derived: fc.constant(true as const) },
  { requiredKeys: [] },
)
const constant = fc.constantFrom(null, '' as const).map((onlyJson): Shape => ({ kind: 'text', onlyJson }))

/** Structs of attributes, then elements or the element's own text; some hidden, some only in JSON. */
function structOf(member: fc.Arbitrary<Shape>): fc.Arbitrary<Struct> {
  const attribute = scalar.map((shape): Shape => ({ ...shape, attribute: true }))
  const hidden = scalar.map((shape): Shape => ({ ...shape, hidden: true }))
  const attributes = fc.oneof(attribute, attribute, hidden, constant)
  const element = fc.tuple(member, facets, fc.boolean()).map(([shape, more, isRenamed]): Shape => ({
    ...shape,
    ...more,
    ...(isRenamed && { jsonName: '' }),
  }))
  const content = scalar.map((shape): Shape[] => [{ ...shape, content: true }])
  return fc
    .tuple(
      fc.array(attributes, { maxLength: 4 }),
      fc.oneof({ weight: 4, arbitrary: fc.array(fc.oneof(element, element, constant), { maxLength: 4 }) }, content),
      fc.uniqueArray(name, { minLength: 8, maxLength: 8, selector: (it) => it.toLowerCase() }),
    )
    .chain(([first, second, names]) => {
      const fields = Object.fromEntries(
        [...first, ...second].map((shape, index) => {
          const field = names[index]!
          return [field, shape.jsonName === undefined ? shape : { ...shape, jsonName: `${field}1` }]
        }),
      )
      const own = Object.keys(fields).filter((field) => fields[field]!.attribute === true)
      return fc.shuffledSubarray(own).map((attributeOrder): Struct => ({ kind: 'struct', fields, attributeOrder }))
    })
}

const tied = fc.letrec<{ shape: Shape; struct: Struct }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.constant<Shape>({ kind: 'links' }),
    fc.tuple(name, tie('shape')).map(([item, shape]): Shape => {
      return { kind: 'list', item, plural: `${item}s`, shape }
    }),
    tie('shape').map((shape): Shape => ({ kind: 'repeated', shape })),
    tie('struct'),
  ),
  struct: structOf(tie('shape')),
}))

/** Structs at the root, as documents are; at most one member of them holds rows. */
export const sampleOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Sample> =>
  fc
    .oneof(
      { weight: 6, arbitrary: tied.struct },
      tied.struct.map(({ fields, ...rest }): Struct => ({
        ...rest,
        fields: {
          ...Object.fromEntries(Object.entries(fields).filter(([, shape]) => shape.content !== true)),
          Rows: { kind: 'rows', plural: 'Things' },
        },
      })),
    )
    .chain((shape) => valueOf(shape, text).map((value) => ({ shape, value })))
