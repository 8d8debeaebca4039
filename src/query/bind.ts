import type { Comparison, Diagnostic, Expression } from '#grammar'
import type { Resource } from '../model/resource.ts'
import { shapeOf, type Key } from '../store/key.ts'
import { findName } from './find-name.ts'
import { readKeys } from './read-keys.ts'
import type { Selection, Test } from './selection.ts'

export type Bound =
  | { readonly ok: true; readonly selection: Selection }
  | { readonly ok: false; readonly diagnostics: readonly [Diagnostic, ...Diagnostic[]] }

/**
 * Gives a filter its meaning over a resource: names and words without regard to case, values as their fields are, as
 * em_rest query_comparison says. Never throws; what means nothing yields diagnostics in the order of the text.
 */
export function bind(expression: Expression, resource: Resource): Bound {
  const diagnostics: Diagnostic[] = []
  const selection = bindExpression(expression, resource, diagnostics)
  const [first, ...more] = diagnostics
  return first === undefined ? { ok: true, selection } : { ok: false, diagnostics: [first, ...more] }
}

function bindExpression(expression: Expression, resource: Resource, diagnostics: Diagnostic[]): Selection {
  const bindPart = (part: Expression) => bindExpression(part, resource, diagnostics)
  switch (expression.kind) {
    case 'allOf':
      return { kind: 'all', of: expression.all.map(bindPart) }
    case 'anyOf':
      return { kind: 'any', of: expression.any.map(bindPart) }
    case 'comparison': {
      const bound = bindComparison(expression, resource)
      if (!('code' in bound)) return bound
      diagnostics.push(bound)
      return { kind: 'any', of: [] }
    }
  }
}

function bindComparison(comparison: Comparison, resource: Resource): Selection | Diagnostic {
  const { name: asked, operator, value } = comparison
  const found = findName(asked.text, resource, { start: asked.start, end: asked.end })
  if ('code' in found) return found
  const { name, source } = found
  const shape = shapeOf(source, resource)
  const keys = readKeys(value, shape, name)
  if ('code' in keys) return { ...keys, span: { start: value.start, end: value.end } }
  if (shape.kind === 'boolean' && operator !== '==' && operator !== '!=')
    return {
      code: 'wrongOperator',
      message: `Found ${operator}; ${name} is true or false, which only == and != compare.`,
      span: { start: asked.end, end: value.start },
      expected: ['==', '!='],
    }
  const [first, second] = keys
  const test = (key: Key): Test => ({ kind: 'test', source, operator, key })
  // Two readings of one value: either may be meant, but only the written one can be less or greater.
  if (second === undefined || (operator !== '==' && operator !== '!=')) return test(first)
  return { kind: operator === '==' ? 'any' : 'all', of: [test(first), test(second)] }
}
