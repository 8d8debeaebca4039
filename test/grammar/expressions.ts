import fc from 'fast-check'
import type { AllOf, AnyOf, Comparison, Expression } from '../../grammar/index.ts'
import { operators } from '../../grammar/expression.ts'

const place = { start: 0, end: 0 }

const name = fc.stringMatching(/^[A-Za-z0-9_é][A-Za-z0-9_.-]{0,12}$/)

const signs = fc.string({ unit: fc.constantFrom(...`a1 ";,()=!<>&|'.:-_\t\n\\é`), maxLength: 8 })
const oddValues = fc.constantFrom('', ' ', '"', '""', '"x"', ' x ', 'VM (old)', 'a;b', 'and', '\0')
const anything = fc.string({ unit: 'binary', maxLength: 8 })
const values = fc
  .oneof(fc.stringMatching(/^[\w.:-]{1,8}$/), signs, oddValues, anything)
  // A typographic quote is read as a plain one, so no expression holds any.
  .map((text) => text.replace(/[“”„]/g, '"'))

const comparison: fc.Arbitrary<Comparison> = fc.record({
  kind: fc.constant('comparison' as const),
  name: name.map((text) => ({ text, ...place })),
  operator: fc.constantFrom(...operators),
  value: values.map((text) => ({ text, ...place, quoted: !/^[A-Za-z0-9_.:-]+$/.test(text) })),
})

/** Any expression the parser can make. */
export const expressions: fc.Arbitrary<Expression> = fc.letrec<{
  expression: Expression
  allOf: AllOf
  anyOf: AnyOf
}>((tie) => {
  const of = (other: fc.Arbitrary<Expression>) =>
    fc.array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, comparison, other), {
      minLength: 2,
      maxLength: 4,
    })
  return {
    expression: fc.oneof({ depthSize: 'small' }, comparison, tie('allOf'), tie('anyOf')),
    allOf: of(tie('anyOf')).map((all) => ({ kind: 'allOf' as const, all })),
    anyOf: of(tie('allOf')).map((any) => ({ kind: 'anyOf' as const, any })),
  }
}).expression
