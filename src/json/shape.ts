// Room json: what JSON may say to us. Shapes of it, whether a value is of one, and where in a text it is not.

/** What a value in JSON may be. `says` is how a sentence calls it. */
export type Shape =
  | {
      readonly kind: 'text'
      readonly form?: RegExp
      /** Reads what a form cannot tell; undefined if it cannot be read. */
      readonly read?: (text: string) => unknown
      readonly says: string
    }
  | {
      readonly kind: 'number'
      readonly least: number
      readonly most: number
      readonly isWhole: boolean
      readonly says: string
    }
  | { readonly kind: 'truth'; readonly says: string }
  | { readonly kind: 'word'; readonly words: readonly string[]; readonly says: string }
  | { readonly kind: 'list'; readonly of: Shape; readonly says: string }
  /** A list of so many, each of its own shape. */
  | { readonly kind: 'tuple'; readonly of: readonly Shape[]; readonly says: string }
  | { readonly kind: 'members'; readonly members: Members; readonly says: string }
  /** Whatever JSON has. */
  | { readonly kind: 'anything'; readonly says: string }
  /** Members of any names. */
  | { readonly kind: 'record'; readonly of: Shape; readonly says: string }
  | { readonly kind: 'either'; readonly shapes: readonly Shape[]; readonly says: string }
  /** Its shape depends on one of its members. */
  | {
      readonly kind: 'byWord'
      readonly member: string
      readonly shapes: Readonly<Record<string, Shape>>
      readonly says: string
    }

export type Members = Readonly<Record<string, Shape & { readonly isOptional?: true }>>
/** A shape for every member of a type, so that neither can fall behind the other. */
type MembersOf<T> = { readonly [K in keyof Required<T>]: Members[string] }

export const text = (says = 'a text', form?: RegExp): Shape => ({
  kind: 'text',
  says,
  ...(form !== undefined && { form }),
})
/** A text that something reads, such as a date that the calendar has. */
export const readable = (says: string, form: RegExp, read: (text: string) => unknown): Shape => ({
  kind: 'text',
  says,
  form,
  read,
})
/** A number from one to the other, both possible. */
export const number = (
  least: number,
  says = `a number from ${least} up`,
  most = Infinity,
): Shape => ({ kind: 'number', least, most, isWhole: false, says })
export const whole = (least: number, most = Infinity, says = saysWhole(least, most)): Shape => ({
  kind: 'number',
  least,
  most,
  isWhole: true,
  says,
})
const saysWhole = (least: number, most: number): string =>
  least === most
    ? String(least)
    : most === Infinity
      ? `a whole number from ${least} up`
      : `a whole number from ${least} to ${most}`
export const word = (...words: readonly string[]): Shape => ({
  kind: 'word',
  words,
  says: words.length === 1 ? `"${words.join()}"` : `one of ${words.join(', ')}`,
})
export const list = (of: Shape): Shape => ({ kind: 'list', of, says: `a list, each ${of.says}` })
export const tuple = (...of: readonly Shape[]): Shape => ({
  kind: 'tuple',
  of,
  says: `a list of ${of.length}: ${of.map(({ says }) => says).join(', ')}`,
})
export const members = <T>(says: string, all: MembersOf<T>): Shape => ({
  kind: 'members',
  members: all,
  says,
})
export const record = (says: string, of: Shape): Shape => ({ kind: 'record', of, says })
export const either = (...shapes: readonly Shape[]): Shape => ({
  kind: 'either',
  shapes,
  says: shapes.map(({ says }) => says).join(', or '),
})
export const byWord = (
  says: string,
  member: string,
  shapes: Readonly<Record<string, Shape>>,
): Shape => ({ kind: 'byWord', member, shapes, says })
export const maybe = (shape: Shape) => ({ ...shape, isOptional: true as const })

export const anything = (says: string): Shape => ({ kind: 'anything', says })
export const truth: Shape = { kind: 'truth', says: 'true or false' }
export const name = text('a name', /\S/)
