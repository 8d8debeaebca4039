import type { IToken } from 'chevrotain'
import { operators, type Comparison, type Expression, type Operator } from './expression.ts'
import type { TextLiteral, Value } from './expression.ts'
import type { AllOfCst, AnyOfCst, ComparisonCst, FilterCst, ValueCst } from './parser.ts'
import type { ConditionCst } from './parser.ts'

/** Makes the expression of a concrete tree that was parsed without errors. */
export function buildExpression(tree: FilterCst): Expression {
  return anyOf(tree.children.anyOf[0])
}

// Nested lists of the same kind become one list: `(a;b);c` and `a;b;c` ask the same.
function anyOf({ children }: AnyOfCst): Expression {
  const built = children.allOf.map(allOf)
  if (built.length === 1 && built[0] !== undefined) return built[0]
  return { kind: 'anyOf', any: built.flatMap((part) => (part.kind === 'anyOf' ? part.any : part)) }
}

function allOf({ children }: AllOfCst): Expression {
  const built = children.condition.map(condition)
  if (built.length === 1 && built[0] !== undefined) return built[0]
  return { kind: 'allOf', all: built.flatMap((part) => (part.kind === 'allOf' ? part.all : part)) }
}

function condition({ children }: ConditionCst): Expression {
  return 'group' in children ? anyOf(children.group[0].children.anyOf[0]) : comparison(children.comparison[0])
}

function comparison({ children }: ComparisonCst): Comparison {
  return {
    kind: 'comparison',
    name: textOf(children.Name[0]),
    operator: operatorOf(children.Operator[0]),
    value: valueOf(children.value[0]),
  }
}

function valueOf({ children }: ValueCst): Value {
  if ('Bare' in children) return { ...textOf(children.Bare[0]), quoted: false }
  const written = textOf(children.Quoted[0])
  // This also turns ""Backup"" into "Backup", quotes and all.
  return { ...written, text: written.text.slice(1, -1).replaceAll('""', '"'), quoted: true }
}

function operatorOf(token: IToken): Operator {
  const operator = operators.find((known) => known === token.image)
  if (operator === undefined) throw new Error(`impossible: ${token.image} was read as an operator`)
  return operator
}

function textOf({ image, startOffset }: IToken): TextLiteral {
  return { text: image, start: startOffset, end: startOffset + image.length }
}
