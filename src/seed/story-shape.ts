// What a member of a story may be; the shapes of whole stories are made of these.

/** What a value of a scenario file may be. */
export type Shape =
  | { readonly kind: 'text'; readonly form?: RegExp; readonly says: string }
  | { readonly kind: 'number'; readonly least: number; readonly says: string }
  | { readonly kind: 'truth'; readonly says: string }
  | { readonly kind: 'word'; readonly words: readonly string[]; readonly says: string }
  | { readonly kind: 'list'; readonly of: Shape; readonly says: string }
  | { readonly kind: 'members'; readonly members: Members; readonly says: string }
  | { readonly kind: 'either'; readonly shapes: readonly Shape[]; readonly says: string }
  /** Its shape depends on one of its members. */
  | {
      readonly kind: 'byWord'
      readonly member: string
      readonly shapes: Readonly<Record<string, Shape>>
      readonly says: string
    }

export type Members = Readonly<Record<string, Shape & { readonly isOptional?: true }>>
/** A shape for every member of a story, so that this file cannot fall behind the type. */
type MembersOf<T> = { readonly [K in keyof Required<T>]: Members[string] }

export const text = (says = 'a text', form?: RegExp): Shape => ({
  kind: 'text',
  says,
  ...(form !== undefined && { form }),
})
export const number = (least: number, says = `a number from ${least} up`): Shape => ({
  kind: 'number',
  least,
  says,
})
export const word = (...words: readonly string[]): Shape => ({
  kind: 'word',
  words,
  says: `one of ${words.join(', ')}`,
})
export const list = (of: Shape): Shape => ({ kind: 'list', of, says: `a list, each ${of.says}` })
export const members = <T>(says: string, all: MembersOf<T>): Shape => ({
  kind: 'members',
  members: all,
  says,
})
export const either = (...shapes: readonly Shape[]): Shape => ({
  kind: 'either',
  shapes,
  says: shapes.map(({ says }) => says).join(', or '),
})
export const maybe = (shape: Shape) => ({ ...shape, isOptional: true as const })

export const truth: Shape = { kind: 'truth', says: 'true or false' }
export const name = text('a name', /\S/)
