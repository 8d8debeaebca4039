// Module json-schema: shapes of JSON: whether a value is of one, and where in a text it is not.

/** What a value in JSON may be, for whatever walks shapes. `description` is how a sentence calls it. `shape.ts` makes them, with their types. */
export type JsonShape = Kind & {
  /** What TypeScript calls its values, by names that the library exports; spelled out if not given. */
  readonly typeName?: string
}

type Kind =
  | {
      readonly kind: 'string'
      readonly pattern?: RegExp
      /** Reads what a pattern cannot tell; undefined if it cannot be read. */
      readonly read?: (text: string) => unknown
      readonly description: string
    }
  | {
      readonly kind: 'number'
      readonly minimum: number
      readonly maximum: number
      readonly isInteger: boolean
      readonly description: string
    }
  | { readonly kind: 'boolean'; readonly description: string }
  | {
      readonly kind: 'enumeration'
      readonly values: readonly string[]
      readonly description: string
    }
  | { readonly kind: 'array'; readonly items: JsonShape; readonly description: string }
  /** A list of so many, each of its own shape. */
  | { readonly kind: 'tuple'; readonly items: readonly JsonShape[]; readonly description: string }
  | { readonly kind: 'object'; readonly properties: Properties; readonly description: string }
  /** Whatever JSON has. */
  | { readonly kind: 'anything'; readonly description: string }
  /** Members of any names. */
  | { readonly kind: 'record'; readonly additionalProperties: JsonShape; readonly description: string }
  | { readonly kind: 'union'; readonly shapes: readonly JsonShape[]; readonly description: string }
  /** Its shape depends on one of its members. */
  | {
      readonly kind: 'discriminatedUnion'
      readonly discriminator: string
      readonly shapes: Readonly<Record<string, JsonShape>>
      readonly description: string
    }

export type Properties = Readonly<Record<string, JsonShape & { readonly isOptional?: true }>>
