import type { Expression, Value } from './expression.ts'

/**
 * Writes an expression as canonical text: no blanks, parentheses only where they matter, values in
 * quotes unless they are one plain word. Reading it back gives the same expression.
 */
export function printFilter(expression: Expression): string {
  switch (expression.kind) {
    case 'anyOf':
      return expression.any.map(printFilter).join(',')
    case 'allOf':
      return expression.all.map(printFactor).join(';')
    case 'comparison':
      return expression.name.text + expression.operator + printValue(expression.value)
  }
}

/** The text in quotes, every quote inside it doubled. */
export function inQuotes(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function printFactor(expression: Expression): string {
  const printed = printFilter(expression)
  return expression.kind === 'anyOf' ? `(${printed})` : printed
}

function printValue({ text }: Value): string {
  return /^[A-Za-z0-9_.:-]+$/.test(text) ? text : inQuotes(text)
}
