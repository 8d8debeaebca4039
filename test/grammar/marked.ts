import { parseFilter, type Diagnostic, type Expression, type Span } from '../../grammar/index.ts'

/** The text with ‹…› around a place in it. */
export function mark(text: string, { start, end }: Span): string {
  return `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`
}

/** The text without its marks. */
export function unmarked(text: string): string {
  return text.replace(/[‹›]/g, '')
}

export function expressionOf(text: string): Expression {
  const parsed = parseFilter(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.diagnostics[0].message}`)
  return parsed.expression
}

export function diagnosticsOf(text: string): readonly Diagnostic[] {
  const parsed = parseFilter(text)
  return parsed.ok ? [] : parsed.diagnostics
}

/** The expression without the places where things stood. */
export function withoutPlaces(expression: Expression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)),
  )
}
