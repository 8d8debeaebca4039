import { CstParser, type CstNode, type IToken } from 'chevrotain'
import { And, Bare, Close, Name, Open, OperatorToken, Or, Quoted, tokens } from './tokens.ts'

/** The grammar of filters, and nothing else; `;` binds tighter than `,`. */
export class FilterParser extends CstParser {
  /** filter = anyOf ; */
  readonly filter = this.RULE('filter', () => {
    this.SUBRULE(this.anyOf)
  })

  /** anyOf = allOf, { ",", allOf } ; */
  readonly anyOf = this.RULE('anyOf', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Or, DEF: () => this.SUBRULE(this.allOf) })
  })

  /** allOf = condition, { ";", condition } ; */
  readonly allOf = this.RULE('allOf', () => {
    this.AT_LEAST_ONE_SEP({ SEP: And, DEF: () => this.SUBRULE(this.condition) })
  })

  /** condition = group | comparison ; */
  readonly condition = this.RULE('condition', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.group) }, { ALT: () => this.SUBRULE(this.comparison) }])
  })

  /** group = "(", anyOf, ")" ; */
  readonly group = this.RULE('group', () => {
    this.CONSUME(Open)
    this.SUBRULE(this.anyOf)
    this.CONSUME(Close)
  })

  /** comparison = Name, Operator, value ; */
  readonly comparison = this.RULE('comparison', () => {
    this.CONSUME(Name)
    this.CONSUME(OperatorToken)
    this.SUBRULE(this.value)
  })

  /** value = Quoted | Bare ; */
  readonly value = this.RULE('value', () => {
    this.OR([{ ALT: () => this.CONSUME(Quoted) }, { ALT: () => this.CONSUME(Bare) }])
  })

  constructor({ skipValidations = true } = {}) {
    super(tokens, { maxLookahead: 1, skipValidations })
    this.performSelfAnalysis()
  }
}

/** The concrete tree each rule leaves behind. */
export interface FilterCst extends CstNode {
  readonly children: { anyOf: [AnyOfCst] }
}
export interface AnyOfCst extends CstNode {
  readonly children: { allOf: AllOfCst[] }
}
export interface AllOfCst extends CstNode {
  readonly children: { condition: ConditionCst[] }
}
export interface ConditionCst extends CstNode {
  readonly children: { group: [GroupCst] } | { comparison: [ComparisonCst] }
}
interface GroupCst extends CstNode {
  readonly children: { anyOf: [AnyOfCst] }
}
export interface ComparisonCst extends CstNode {
  readonly children: { Name: [IToken]; Operator: [IToken]; value: [ValueCst] }
}
export interface ValueCst extends CstNode {
  readonly children: { Quoted: [IToken] } | { Bare: [IToken] }
}
