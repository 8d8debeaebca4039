import type { IToken } from 'chevrotain'
import { spanOf } from './bare.ts'
import { quoteBriefly } from '../src/text/quote-briefly.ts'
import type { Diagnostic } from './diagnostic.ts'
import { operators } from './expression.ts'
import { operatorList, operatorMeant } from './meant.ts'
import { And, Close, Name, Open, OperatorToken, Or, Quoted, UnclosedQuote } from './tokens.ts'

const quoteSuch = 'A value with (, ), ; or , in it goes in quotes.'

/**
 * Says what was expected where the parser stopped: at the token with that index, or at the end of
 * the text. What may stand there follows from the token before alone, and from open parentheses.
 */
export function describeUnexpected(tokens: readonly IToken[], index: number, length: number): Diagnostic {
  const found = tokens[index]
  const before = tokens[index - 1]
  const span = found ? spanOf(found) : { start: length, end: length }
  const what = found ? `Found ${quoteBriefly(found.image)}` : 'The filter ends'
  switch (before?.tokenType) {
    case undefined:
    case And:
    case Or:
    case Open:
      return {
        code: 'comparisonExpected',
        message: `${what} where a comparison was expected. ${wayToComparison(found, before)}`,
        span,
        expected: ['a name', '('],
      }
    case Name:
      return {
        code: 'operatorExpected',
        message: `${what} where an operator was expected. ${wayToOperator(found)}`,
        span,
        expected: operators,
      }
    case OperatorToken:
      return {
        code: 'valueExpected',
        message: `${what} where a value was expected. ${wayToValue(found)}`,
        span,
        expected: ['a value'],
      }
    default:
      return describeJunk(tokens.slice(0, index), found, { what, span })
  }
}

function wayToComparison(found: IToken | undefined, before: IToken | undefined): string {
  const isQuote = found?.tokenType === Quoted || found?.tokenType === UnclosedQuote
  if (isQuote) return 'Names are written without quotes.'
  if (before === undefined) return 'A comparison is written as in Result==Failed.'
  return `Write one after the ${before.image}, or leave the ${before.image} out.`
}

function wayToValue(found: IToken | undefined): string {
  const empty = 'An empty value is written "".'
  if (found === undefined) return empty
  return found.tokenType === Open ? quoteSuch : `${empty} ${quoteSuch}`
}

function wayToOperator(found: IToken | undefined): string {
  const meant = found && operatorMeant(found.image)
  if (meant !== undefined) return `Write ${meant} instead. The operators are ${operatorList}.`
  const note = found?.tokenType === Name ? 'A name is one word; the' : 'The'
  return `${note} operators are ${operatorList}.`
}

/** After a whole condition. */
function describeJunk(
  before: readonly IToken[],
  found: IToken | undefined,
  { what, span }: { readonly what: string; readonly span: Diagnostic['span'] },
): Diagnostic {
  const open = innermostOpen(before)
  const expected = open ? [';', ',', ')'] : [';', ',']
  if (found === undefined && open !== undefined) {
    return {
      code: 'unclosedParenthesis',
      message: 'The parenthesis that opens here is never closed. Write ) after the last comparison that belongs in it.',
      span: spanOf(open),
      expected,
    }
  }
  if (found?.tokenType === Close) {
    return {
      code: 'unopenedParenthesis',
      message: 'Found ) without a ( before it. Leave it out, or put the value it belongs to in quotes.',
      span,
      expected,
    }
  }
  const joins = `${open ? '), ' : ''}; (and) or , (or)`
  return {
    code: 'joinExpected',
    message: `${what} where ${joins} was expected. ${wayToJoin(before.at(-1))}`,
    span,
    expected,
  }
}

function wayToJoin(before: IToken | undefined): string {
  if (before?.tokenType === Quoted) return 'A quote inside a value is doubled.'
  return before?.tokenType === Close ? 'Write one of them between the conditions.' : quoteSuch
}

function innermostOpen(tokens: readonly IToken[]): IToken | undefined {
  const open: IToken[] = []
  for (const token of tokens) {
    if (token.tokenType === Open) open.push(token)
    if (token.tokenType === Close) open.pop()
  }
  return open.at(-1)
}
