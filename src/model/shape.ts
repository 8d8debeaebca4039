// Module model: how resources and their members are described. Types and literals only; no particular resource is named.
import type { Instant } from '../clock/instant.ts'

/** Carries a shape's TypeScript meaning; nothing of it exists at run time. */
interface Of<Value> {
  readonly is?: Value
}

/** Plain words. */
export interface Text extends Of<string> {
  readonly kind: 'text'
}
/** An id, written `urn:veeam:<type>:<id>`. */
export interface Uid extends Of<string> {
  readonly kind: 'uid'
  readonly type: string
}
export interface BooleanKind extends Of<boolean> {
  readonly kind: 'boolean'
}
export interface Numeric extends Of<number> {
  readonly kind: 'number'
}
export interface DateTime extends Of<Instant> {
  readonly kind: 'dateTime'
}
/** The time of day of an instant, with its offset: in XML that alone, in JSON after the date (example documents of Job). */
export interface TimeOfDay extends Of<Instant> {
  readonly kind: 'timeOfDay'
}
/** One of the words, which are in the order in which filters compare them (em_rest query_comparison). */
export interface Enumeration<V extends string = string> extends Of<V> {
  readonly kind: 'enumeration'
  readonly values: readonly V[]
}
/** A path below `/api`, written with the base URL before it. */
export interface Href extends Of<string> {
  readonly kind: 'href'
}
/** Hypermedia: first child in XML, an array in JSON. */
export interface Links extends Of<readonly Link[]> {
  readonly kind: 'links'
}
/** `<Includes><ObjectInJob/>…</Includes>`; in JSON `{"Includes":{"ObjectInJobs":[…]}}`, or a plain array when the items are words. */
export interface List<S extends Shape = Shape> extends Of<readonly ValueOf<S>[]> {
  readonly kind: 'list'
  readonly item: string
  readonly plural: string
  readonly shape: S
  /** What an item may be called besides, in a body that is XML. */
  readonly alsoItem?: string
}
/** `<Days>Sunday</Days><Days>Monday</Days>`: an element each, a plain array in JSON. */
export interface Repeated<S extends Shape = Shape> extends Of<readonly ValueOf<S>[]> {
  readonly kind: 'repeated'
  readonly shape: S
}
/** The rows of an answer, each written and remembered on its own; in JSON `{"<plural>":[…]}`. At most one in a document. */
export interface Rows extends Of<number> {
  readonly kind: 'rows'
  readonly plural: string
}
/** Members in JSON's order. XML writes attributes first, then `Links`, then elements. */
export interface Struct<F extends Fields = Fields> extends Of<Members<F>> {
  readonly kind: 'struct'
  readonly fields: F
  readonly attributeOrder: readonly string[]
}

type Kind =
  | Text
  | Uid
  | BooleanKind
  | Numeric
  | DateTime
  | TimeOfDay
  | Enumeration
  | Href
  | Links
  | List
  | Repeated
  | Rows
  | Struct

/** What sets a member apart. Each facet is a quirk of the real server that at least two members share. */
interface Facets {
  /** May be missing: left out of XML; in JSON `null`, or left out too if it is a value type (recordings). */
  readonly optional?: true
  /** An attribute in XML. */
  readonly attribute?: true
  /** The element's own text in XML. */
  readonly content?: true
  /** Stored and asked for, never written. */
  readonly hidden?: true
  /** Known in a body, where nothing reads it: it may hold anything. */
  readonly ignored?: true
  /** Declared on the derived class: after the others in XML, before them in JSON (recorded: `IsRetry`). */
  readonly derived?: true
  /** Always this, and only in JSON: members of .NET classes that XML leaves out. */
  readonly onlyJson?: null | ''
  /** Its name in JSON where .NET's `*Specified` convention clashes (recorded: `RetrySpecified1`). */
  readonly jsonName?: string
}

export type Shape = Kind & Facets
export type Fields = Readonly<Record<string, Shape>>
/** What a shape's values are. */
export type ValueOf<S> = S extends Of<infer Value> ? Value : never

type Absent<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly optional: true } ? K : never
}[keyof F]
type Constant<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly onlyJson: null | '' } | { readonly ignored: true } ? K : never
}[keyof F]
/** The object a struct's fields describe. */
export type Members<F extends Fields> = {
  readonly [K in Exclude<keyof F, Absent<F> | Constant<F>>]: ValueOf<F[K]>
} & { readonly [K in Exclude<Absent<F>, Constant<F>>]?: ValueOf<F[K]> }

/** A link as a value: where to, in the wire's words. `Href` is a path below `/api`. */
export interface Link {
  readonly Rel: string
  readonly Href: string
  readonly Name?: string | undefined
  readonly Type?: string | undefined
}

/** An entity as the store holds it: an immutable record (decision 10). */
export interface Row {
  readonly id: string
  /** Ids of what it belongs to, by role. */
  readonly up: Readonly<Record<string, string | undefined>>
  /** Ids of what it made or touched, by role. */
  readonly related?: Readonly<Record<string, readonly string[]>>
}

export const text = (): Text => ({ kind: 'text' })
export const uid = (type: string): Uid => ({ kind: 'uid', type })
export const boolean = (): BooleanKind => ({ kind: 'boolean' })
export const numeric = (): Numeric => ({ kind: 'number' })
export const dateTime = (): DateTime => ({ kind: 'dateTime' })
export const timeOfDay = (): TimeOfDay => ({ kind: 'timeOfDay' })
export const enumeration = <const V extends readonly string[]>(...values: V): Enumeration<V[number]> => ({
  kind: 'enumeration',
  values,
})
export const href = (): Href => ({ kind: 'href' })
export const links = (): Links => ({ kind: 'links' })
export const list = <S extends Shape>(item: string, shape: S, plural = `${item}s`): List<S> => ({
  kind: 'list',
  item,
  plural,
  shape,
})
/** @param alsoItem what an item is called besides by a client. */
export const alsoOf = <S extends Shape>(alsoItem: string, shape: List<S>): List<S> => ({
  ...shape,
  alsoItem,
})
export const repeated = <S extends Shape>(shape: S): Repeated<S> => ({ kind: 'repeated', shape })
/** Its value is how many there are. */
export const rows = (plural: string): Rows => ({ kind: 'rows', plural })
/** @param attributeOrder the XML order of attributes where it is not the order of the fields. */
export const struct = <const F extends Fields>(fields: F, attributeOrder: readonly string[] = []): Struct<F> => ({
  kind: 'struct',
  fields,
  attributeOrder,
})

export const optional = <S extends Shape>(shape: S) => ({ ...shape, optional: true }) as const
export const attribute = <S extends Shape>(shape: S) => ({ ...shape, attribute: true }) as const
export const content = <S extends Shape>(shape: S) => ({ ...shape, content: true }) as const
export const hidden = <S extends Shape>(shape: S) => ({ ...shape, hidden: true }) as const
export const ignored = <S extends Shape>(shape: S) => ({ ...shape, ignored: true }) as const
export const derived = <S extends Shape>(shape: S) => ({ ...shape, derived: true }) as const
export const onlyJson = <const V extends null | ''>(value: V) =>
  ({ kind: 'text', onlyJson: value }) as Text & { readonly onlyJson: V }
export const inJson = <S extends Shape>(jsonName: string, shape: S) => ({ ...shape, jsonName }) as const
