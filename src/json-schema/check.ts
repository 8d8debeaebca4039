import type { Sliced } from '../clock/sliced.ts'
import { nearest } from '../text/nearest.ts'
import type { Properties, JsonShape } from './kinds.ts'

/** Where in a value: names of members, and numbers in lists. */
export type Path = readonly (string | number)[]

/** What is wrong, and where. */
export interface Complaint {
  readonly path: Path
  /** It is the name of the last member that is wrong, not what it holds. */
  readonly isName?: true
  readonly says: string
}

/** How a value is judged, and what is thrown of a sentence that says what is wrong with it. */
export interface Judging {
  readonly check: (value: unknown) => Complaint | undefined | Sliced<Complaint | undefined>
  readonly fail: (sentence: string) => Error
  /** A text may have comments, as files have that people write: `//` and, in between, `/* *\/`. */
  readonly comments?: true
}

/** The first thing about a value that is not as its shape says; nothing if all is well. Members that are undefined are not there. */
export function check(value: unknown, shape: JsonShape, path: Path = []): Complaint | undefined {
  const complain = (near?: string) => notThat(value, shape.description, path, near)
  switch (shape.kind) {
    case 'string':
      return isString(value, shape) ? undefined : complain()
    case 'number':
      return isNumber(value, shape) ? undefined : complain()
    case 'boolean':
      return typeof value === 'boolean' ? undefined : complain()
    case 'enumeration':
      return typeof value === 'string' && shape.values.includes(value)
        ? undefined
        : complain(nearest(String(value), shape.values))
    case 'array':
      if (!Array.isArray(value)) return complain()
      return firstOf(value, (each, i) => check(each, shape.items, [...path, i]))
    case 'tuple':
      if (!Array.isArray(value) || value.length !== shape.items.length) return complain()
      return firstOf(shape.items, (of, i) => check(value[i], of, [...path, i]))
    case 'union':
      return checkUnion(value, shape.shapes, path)
    case 'discriminatedUnion':
      return checkDiscriminated(value, shape, path)
    case 'object':
      return isObject(value) ? checkProperties(value, shape, path) : complain()
    case 'anything':
      return undefined
    case 'record':
      if (!isObject(value)) return complain()
      return firstOf(entriesOf(value), ([key, each]) => check(each, shape.additionalProperties, [...path, key]))
  }
}

/** The same, as work that may be left off after every element of the lists that do not lie in others. */
export function* checking(value: unknown, shape: JsonShape, path: Path = []): Sliced<Complaint | undefined> {
  yield
  if (shape.kind === 'array' && Array.isArray(value)) {
    for (const [i, each] of value.entries()) {
      const complaint = check(each, shape.items, [...path, i])
      if (complaint !== undefined) return complaint
      yield
    }
    return undefined
  }
  if ((shape.kind !== 'record' && shape.kind !== 'object') || !isObject(value)) return check(value, shape, path)
  for (const [name, each] of entriesOf(value)) {
    const of = shape.kind === 'record' ? shape.additionalProperties : propertyOf(shape.properties, name)
    // What is before it was well, so this is the first that is said.
    if (of === undefined) return check(value, shape, path)
    const complaint = yield* checking(each, of, [...path, name])
    if (complaint !== undefined) return complaint
  }
  return shape.kind === 'object' ? missingIn(value, shape, path) : undefined
}

type Of<K extends JsonShape['kind']> = Extract<JsonShape, { readonly kind: K }>
type Given = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const entriesOf = (value: Given) => Object.entries(value).filter(([, member]) => member !== undefined)

const isString = (value: unknown, { pattern, read }: Of<'string'>): boolean =>
  typeof value === 'string' && pattern?.test(value) !== false && (read === undefined || read(value) !== undefined)

const isNumber = (value: unknown, { minimum, maximum, isInteger }: Of<'number'>): boolean =>
  Number.isFinite(value) &&
  typeof value === 'number' &&
  value >= minimum &&
  value <= maximum &&
  (!isInteger || Number.isSafeInteger(value))

/** Complains as the shape that the value comes nearest to: of objects, the one that it has most members of. */
function checkUnion(value: unknown, shapes: readonly JsonShape[], path: Path): Complaint | undefined {
  const complaints = shapes.map((shape) => check(value, shape, path))
  if (complaints.includes(undefined)) return undefined
  if (isObject(value)) {
    const shared = shapes.map((shape) =>
      shape.kind === 'object' ? Object.keys(value).filter((name) => Object.hasOwn(shape.properties, name)).length : 0,
    )
    const most = Math.max(...shared)
    if (most > 0) return complaints[shared.indexOf(most)]
  }
  const inside = complaints.find((it) => it !== undefined && it.path.length > path.length)
  return inside ?? notThat(value, shapes.map(({ description }) => description).join(', or '), path)
}

function checkDiscriminated(
  value: unknown,
  { discriminator, shapes, description }: Of<'discriminatedUnion'>,
  path: Path,
): Complaint | undefined {
  if (!isObject(value)) return notThat(value, description, path)
  const by = value[discriminator]
  const words = Object.keys(shapes)
  const chosen = typeof by === 'string' && words.includes(by) ? shapes[by] : undefined
  if (chosen !== undefined) return check(value, chosen, path)
  const expected = `"${discriminator}": one of ${words.join(', ')}`
  if (by === undefined) return { path, says: `${description} lacks ${expected}.` }
  const near = typeof by === 'string' ? nearest(by, words) : undefined
  return notThat(by, expected, [...path, discriminator], near)
}

function checkProperties(value: Given, shape: Of<'object'>, path: Path): Complaint | undefined {
  const wrong = firstOf(entriesOf(value), ([name, each]): Complaint | undefined => {
    const of = propertyOf(shape.properties, name)
    return of === undefined ? noProperty(name, shape, path) : check(each, of, [...path, name])
  })
  return wrong ?? missingIn(value, shape, path)
}

const propertyOf = (properties: Properties, name: string): JsonShape | undefined =>
  Object.hasOwn(properties, name) ? properties[name] : undefined

function noProperty(name: string, { properties, description }: Of<'object'>, path: Path): Complaint {
  const near = nearest(name, Object.keys(properties))
  const hint = near === undefined ? `It has ${Object.keys(properties).join(', ')}.` : `Did you mean "${near}"?`
  return {
    path: [...path, name],
    isName: true,
    says: `${description} has no ${quote(name)}. ${hint}`,
  }
}

function missingIn(value: Given, { properties, description }: Of<'object'>, path: Path): Complaint | undefined {
  const missing = Object.keys(properties).find(
    (name) => properties[name]?.isOptional !== true && value[name] === undefined,
  )
  if (missing === undefined) return undefined
  return {
    path,
    says: `${description} lacks "${missing}": ${properties[missing]?.description ?? ''}.`,
  }
}

function notThat(value: unknown, expected: string, path: Path, near?: string): Complaint {
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`
  return { path, says: `found ${found(value)}, expected ${expected}.${hint}` }
}

function found(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (isObject(value)) return 'an object'
  return quote(value)
}

/** Values may be as long as a whole file. */
const quote = (value: unknown): string => {
  const written = JSON.stringify(value) ?? 'nothing'
  return written.length > 120 ? `${written.slice(0, 120)}…` : written
}

/** The first complaint about any of them. */
export function firstOf<T>(
  all: readonly T[],
  check: (it: T, index: number) => Complaint | undefined,
): Complaint | undefined {
  for (const [index, it] of all.entries()) {
    const complaint = check(it, index)
    if (complaint !== undefined) return complaint
  }
  return undefined
}
