import type { JsonShape } from './kinds.ts'

declare const accepted: unique symbol

/**
 * A shape that accepts the values of a type, and those alone: a shape of a wider or a narrower type is none of this. The
 * type is for the compiler; nothing of it exists at run time.
 */
export type ShapeOf<T> = JsonShape & { readonly [accepted]: Accepted<T> }
/** The same of a member that may be missing. */
export type Optional<T> = ShapeOf<T> & MayLack
type Required<T> = ShapeOf<T> & { readonly isOptional?: never }

interface Accepted<T> {
  readonly exactly: (value: Told<T>) => Told<T>
  /** A method, whose parameter the compiler compares either way: it is to be found here, and no more. */
  as(value: T): void
}

/** What a shape accepts, which of some only their walkers know: `type Rule = TypeOf<typeof ruleShape>`. */
export type TypeOf<S> = S extends { readonly [accepted]: Accepted<infer T> } ? T : unknown

/** The same of an object, by its members. What is undefined is not there. */
export type ObjectOf<M> = Flat<
  { readonly [K in keyof M as M[K] extends MayLack ? never : K]: TypeOf<M[K]> } & {
    readonly [K in keyof M as M[K] extends MayLack ? K : never]?: TypeOf<M[K]> | undefined
  }
>
interface MayLack {
  readonly isOptional: true
}
type Flat<T> = { readonly [K in keyof T]: T[K] }

/** A shape for each member of a type: of the member's own type, and optional if the member may be undefined or missing. */
export type PropertiesOf<T> = { readonly [K in keyof T]-?: MemberOf<T[K]> }
type MemberOf<T> = unknown extends T ? ShapeOf<T> : undefined extends T ? Optional<Exclude<T, undefined>> : Required<T>

/**
 * A type as far as JSON tells it from others: a member that may be missing is another one than a member that may not,
 * whether it may be undefined or changed is the same.
 */
type Told<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly unknown[]
    ? { readonly [I in keyof T]: Told<T[I]> }
    : T extends object
      ? { readonly [K in keyof T]-?: string extends K ? Told<Exclude<T[K], undefined>> : ToldMember<T[K]> }
      : T
type ToldMember<T> = unknown extends T
  ? T
  : undefined extends T
    ? { readonly mayLack: Told<Exclude<T, undefined>> }
    : Told<T>
