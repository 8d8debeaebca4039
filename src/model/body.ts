import { ignored, type Fields, type Struct, type ValueOf } from './shape.ts'

/** What the body of a request is to be. */
export interface BodySpec<S extends Struct = Struct> {
  /** Its root in XML. */
  readonly name: string
  /** All names that its root may have, if there are several. */
  readonly names?: readonly string[]
  /** Its root may have any name. */
  readonly hasAnyName?: boolean
  readonly shape: S
  /** Whatever it leaves out stays as it is: nothing is required but in the items of lists. */
  readonly isPartial?: boolean
}

/** Members of the base class, which say nothing new in a body. */
export const isBase = (name: string): boolean => ['Links', 'Href', 'Type'].includes(name)

/** The members that a whole body of a shape has to have. None of a repeated element is an empty list. */
export const requiredOf = ({ fields }: Struct): readonly string[] =>
  Object.entries(fields)
    .filter(
      ([name, { kind, optional, hidden, ignored, onlyJson }]) =>
        ![optional, hidden, ignored].includes(true) && onlyJson === undefined && kind !== 'repeated' && !isBase(name),
    )
    .map(([name]) => name)

/** Whether a request may have no body at all: it is a body of defaults then (documented by the restore scenario of 13). */
export const mayBeLeftOut = ({ shape, isPartial }: BodySpec): boolean =>
  isPartial === true || requiredOf(shape).length === 0

/** Which members an edit changes: all of one, or parts of it. */
export type Editable<F extends Fields> = {
  readonly [K in keyof F]?: F[K] extends Struct<infer G> ? true | Editable<G> : true
}

type Part<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [K in keyof T]?: Part<T[K]> } : T

/** What an edit says that counts. */
export type Edited<F, C> = {
  readonly [K in keyof F & keyof C]?: C[K] extends true
    ? Part<ValueOf<F[K]>>
    : F[K] extends Struct<infer G>
      ? Edited<G, C[K]>
      : never
}

/** The fields of a document in an edit: what it does not change may be anything there. */
export function editable<const F extends Fields, const C extends Editable<F>>(
  fields: F,
  changes: C,
): F & { readonly [K in Exclude<keyof F, keyof C>]: { readonly ignored: true } } {
  const tree = changes as Readonly<Record<string, true | Editable<Fields> | undefined>>
  const own = Object.entries(fields).map(([name, shape]) => {
    const change = tree[name]
    if (change === true) return [name, shape]
    if (change === undefined || shape.kind !== 'struct') return [name, ignored(shape)]
    return [name, { ...shape, fields: editable(shape.fields, change) }]
  })
  return Object.fromEntries(own) as never
}
