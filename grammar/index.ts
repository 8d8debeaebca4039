// Module grammar: the filter language: text in, an expression or diagnostics out. It knows no resource.
export { pointAt, type Diagnostic, type Span } from './diagnostic.ts'
export type { AllOf, AnyOf, Comparison, Expression, Operator, TextLiteral, Value } from './expression.ts'
export { parseFilter, type Parsed } from './parse.ts'
export { printFilter } from './print.ts'
