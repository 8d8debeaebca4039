import type { Members, Shape } from './kinds.ts'
import type { MembersOf, ObjectOf, Optional, ShapeOf, TypeOf } from './shape-of.ts'

/** Says of what type a shape is: the one place where that is not inferred. */
const typed = <T>(shape: Shape): ShapeOf<T> => shape as ShapeOf<T>

export const text = (says = 'a text', form?: RegExp) =>
  typed<string>({ kind: 'text', says, ...(form !== undefined && { form }) })
/** A text that something reads, such as a date that the calendar has. */
export const readable = (says: string, form: RegExp, read: (text: string) => unknown) =>
  typed<string>({ kind: 'text', says, form, read })
/** A number from one to the other, both possible. */
export const number = (least: number, says = `a number from ${least} up`, most = Infinity) =>
  typed<number>({ kind: 'number', least, most, isWhole: false, says })
export const whole = (least: number, most = Infinity, says = saysWhole(least, most)) =>
  typed<number>({ kind: 'number', least, most, isWhole: true, says })
const saysWhole = (least: number, most: number): string =>
  most === Infinity ? `a whole number from ${least} up` : `a whole number from ${least} to ${most}`
/** One whole number, and no other. */
export const only = <const N extends number>(value: N) =>
  typed<N>({ kind: 'number', least: value, most: value, isWhole: true, says: String(value) })
export const word = <const W extends string>(...words: readonly W[]) =>
  typed<W>({
    kind: 'word',
    words,
    says: words.length === 1 ? `"${words.join()}"` : `one of ${words.join(', ')}`,
  })
/** One of the names of an object's members. */
export const nameIn = <W extends string>(object: Readonly<Record<W, unknown>>): ShapeOf<W> =>
  typed<W>(word(...Object.keys(object)))
export const list = <S extends Shape>(of: S) =>
  typed<readonly TypeOf<S>[]>({ kind: 'list', of, says: `a list, each ${of.says}` })
export const tuple = <const S extends readonly Shape[]>(...of: S) =>
  typed<{ readonly [I in keyof S]: TypeOf<S[I]> }>({
    kind: 'tuple',
    of,
    says: `a list of ${of.length}: ${of.map(({ says }) => says).join(', ')}`,
  })
/**
 * An object. `members<T>(…)` holds the members to those of a type, one by one; without a type, the object is of the type
 * that its members make. What `...` spreads is not held to be none too many: leave `T` out there, and give the constant
 * that is made the type `ShapeOf<T>`.
 */
export const members = <T = never, M extends Members = MembersOf<T>>(
  says: string,
  all: M,
): ShapeOf<[T] extends [never] ? ObjectOf<M> : NoInfer<T>> =>
  typed({ kind: 'members', members: all, says })
export const record = <S extends Shape>(says: string, of: S) =>
  typed<Readonly<Record<string, TypeOf<S>>>>({ kind: 'record', of, says })
export const either = <const S extends readonly Shape[]>(...shapes: S) =>
  typed<TypeOf<S[number]>>({
    kind: 'either',
    shapes,
    says: shapes.map(({ says }) => says).join(', or '),
  })
export const byWord = <N extends string, S extends Readonly<Record<string, Shape>>>(
  says: string,
  member: N,
  shapes: S,
) => typed<ByWord<N, S>>({ kind: 'byWord', member, shapes, says })
/** Each with the word that it is chosen by. */
type ByWord<N extends string, S> = {
  readonly [W in keyof S]: TypeOf<S[W]> & { readonly [K in N]: W }
}[keyof S]
export const maybe = <S extends Shape>(shape: S): Optional<TypeOf<S>> => ({
  ...typed<TypeOf<S>>(shape),
  isOptional: true,
})

export const anything = (says: string) => typed<unknown>({ kind: 'anything', says })
export const truth = typed<boolean>({ kind: 'truth', says: 'true or false' })
export const name = text('a name', /\S/)
