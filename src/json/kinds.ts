// Room json: what JSON may say to us. Shapes of it, whether a value is of one, and where in a text it is not.

/** What a value in JSON may be, for whatever walks shapes. `says` is how a sentence calls it. `shape.ts` makes them, with their types. */
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
