/** The six comparisons, longer signs first, so that `>=` is not read as `>`. */
export const operators = ['==', '!=', '>=', '<=', '>', '<'] as const

export type Operator = (typeof operators)[number]

/** A piece of the filter: what it says, and where it stood (offsets, the end exclusive). */
export interface TextLiteral {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A value's text is its meaning; its place includes the quotes, if it had any. */
export interface Value extends TextLiteral {
  readonly quoted: boolean
}

export interface Comparison {
  readonly kind: 'comparison'
  readonly name: TextLiteral
  readonly operator: Operator
  readonly value: Value
}

/** Two or more conditions joined with `;`, none of them an AllOf. */
export interface AllOf {
  readonly kind: 'allOf'
  readonly all: readonly Expression[]
}

/** Two or more conditions joined with `,`, none of them an AnyOf. */
export interface AnyOf {
  readonly kind: 'anyOf'
  readonly any: readonly Expression[]
}

export type Expression = AllOf | AnyOf | Comparison
