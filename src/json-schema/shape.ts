import type { Properties, JsonShape } from './kinds.ts'
import type { ObjectOf, Optional, PropertiesOf, ShapeOf, TypeOf } from './shape-of.ts'

/** Says of what type a shape is: the one place where that is not inferred. */
const typed = <T>(shape: JsonShape): ShapeOf<T> => shape as ShapeOf<T>

export const string = (description = 'a text', pattern?: RegExp) =>
  typed<string>({ kind: 'string', description, ...(pattern !== undefined && { pattern }) })
/** A string that something reads, such as a date that the calendar has. */
export const readable = (description: string, pattern: RegExp, read: (text: string) => unknown) =>
  typed<string>({ kind: 'string', description, pattern, read })
/** A number from one to the other, both possible. */
export const number = (minimum: number, description = `a number from ${minimum} up`, maximum = Infinity) =>
  typed<number>({ kind: 'number', minimum, maximum, isInteger: false, description })
export const integer = (minimum: number, maximum = Infinity, description = describeIntegers(minimum, maximum)) =>
  typed<number>({ kind: 'number', minimum, maximum, isInteger: true, description })
const describeIntegers = (minimum: number, maximum: number): string =>
  maximum === Infinity ? `a whole number from ${minimum} up` : `a whole number from ${minimum} to ${maximum}`
/** One integer, and no other. */
export const constant = <const N extends number>(value: N) =>
  typed<N>({
    kind: 'number',
    minimum: value,
    maximum: value,
    isInteger: true,
    description: String(value),
  })
export const enumeration = <const W extends string>(...values: readonly W[]) =>
  typed<W>({
    kind: 'enumeration',
    values,
    description: values.length === 1 ? `"${values.join()}"` : `one of ${values.join(', ')}`,
  })
/** One of the names of an object's members. */
export const enumerationOf = <W extends string>(of: Readonly<Record<W, unknown>>) =>
  typed<W>(enumeration(...Object.keys(of)))
export const array = <S extends JsonShape>(items: S) =>
  typed<readonly TypeOf<S>[]>({
    kind: 'array',
    items,
    description: `a list, each ${items.description}`,
  })
export const tuple = <const S extends readonly JsonShape[]>(...items: S) =>
  typed<{ readonly [I in keyof S]: TypeOf<S[I]> }>({
    kind: 'tuple',
    items,
    description: `a list of ${items.length}: ${descriptionsOf(items).join(', ')}`,
  })
/**
 * An object. `object<T>(…)` holds the members to those of a type, one by one; without a type, the object is of the type
 * that its members make. What `...` spreads is not held to be none too many: leave `T` out there, and give the constant
 * that is made the type `ShapeOf<T>`.
 */
export const object = <T = never, P extends Properties = PropertiesOf<T>>(
  description: string,
  properties: P,
): ShapeOf<[T] extends [never] ? ObjectOf<P> : NoInfer<T>> => typed({ kind: 'object', properties, description })
export const record = <S extends JsonShape>(description: string, additionalProperties: S) =>
  typed<Readonly<Record<string, TypeOf<S>>>>({ kind: 'record', additionalProperties, description })
export const union = <const S extends readonly JsonShape[]>(...shapes: S) =>
  typed<TypeOf<S[number]>>({
    kind: 'union',
    shapes,
    description: descriptionsOf(shapes).join(', or '),
  })
export const discriminatedUnion = <N extends string, S extends Readonly<Record<string, JsonShape>>>(
  description: string,
  discriminator: N,
  shapes: S,
) => typed<Discriminated<N, S>>({ kind: 'discriminatedUnion', discriminator, shapes, description })
/** Each with the word that it is chosen by. */
type Discriminated<N extends string, S> = {
  readonly [W in keyof S]: TypeOf<S[W]> & { readonly [K in N]: W }
}[keyof S]
const descriptionsOf = (shapes: readonly JsonShape[]) => shapes.map(({ description }) => description)
export const optional = <S extends JsonShape>(shape: S): Optional<TypeOf<S>> => ({
  ...typed<TypeOf<S>>(shape),
  isOptional: true,
})

/** The same shape, its type called by a name that the library exports: `named('ClockState', …)`. */
export const named = <S extends JsonShape>(typeName: string, shape: S): S => ({ ...shape, typeName })

export const anything = (description: string) => typed<unknown>({ kind: 'anything', description })
export const boolean = typed<boolean>({ kind: 'boolean', description: 'true or false' })
export const name = string('a name', /\S/)
export const id = string('an id', /^[^\u0000-\u001f]{1,1000}$/)

/** From the year 1 to 9999, as far as dates can be written. */
const [FIRST, LAST] = [-62135596800e6, 253402300799e6 + 999999]
/** A moment of simulated time, as `clock/instant.ts` has it. */
export const instant = integer(FIRST, LAST, 'a moment, in microseconds since 1970')
