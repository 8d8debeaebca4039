import type { IToken, TokenType } from 'chevrotain'
import { findMistakeInBare, spanOf, wrongJoin } from './bare.ts'
import { quoteBriefly } from '../src/text/quote-briefly.ts'
import type { Diagnostic } from './diagnostic.ts'
import { operators } from './expression.ts'
import { joinMeant, operatorList, operatorMeant } from './meant.ts'
import { Bare, Close, Name, Open, OperatorToken, Quoted } from './tokens.ts'
import { isOperator, Stray, UnclosedQuote, WrongOperator } from './tokens.ts'

const MAX_DEPTH = 100
const MAX_COMPARISONS = 2_000

/**
 * Finds what is wrong whatever the rules say, in the order of the text, in one pass.
 * Depth is measured here because the parser recurses as deep as the text does.
 */
export function findMistakes(tokens: readonly IToken[]): readonly Diagnostic[] {
  const mistakes: Diagnostic[] = []
  let depth = 0
  let comparisons = 0
  for (const [index, token] of tokens.entries()) {
    const type = token.tokenType
    if (type === Open && ++depth > MAX_DEPTH) return [...mistakes, tooDeep(token)]
    if (type === Close && depth > 0) depth--
    if (type === OperatorToken && ++comparisons > MAX_COMPARISONS) return [...mistakes, tooMany(token)]
    const mistake = findMistake(token, tokens[index - 1], tokens[index + 1]?.tokenType)
    if (mistake !== undefined) mistakes.push(mistake)
  }
  return mistakes
}

function findMistake(token: IToken, before: IToken | undefined, after: TokenType | undefined): Diagnostic | undefined {
  switch (token.tokenType) {
    case WrongOperator:
      // One that follows no name is out of place whatever it is, and the parser says so.
      return before?.tokenType === Name ? wrongOperator(token) : undefined
    case UnclosedQuote:
      // So is a quote where no value belongs.
      return isOperator(before) ? unclosedQuote(token) : undefined
    case Bare:
      // After a wrong operator a sign in the value may be part of that operator.
      return before?.tokenType === OperatorToken ? findMistakeInBare(token, after === Open) : undefined
    case Name:
    case Stray:
      return endsCondition(before) && joinMeant(token.image) !== undefined ? wrongJoin(token) : undefined
    default:
      return undefined
  }
}

function endsCondition(token: IToken | undefined): boolean {
  return token?.tokenType === Quoted || token?.tokenType === Close
}

function wrongOperator(token: IToken): Diagnostic {
  const meant = operatorMeant(token.image)
  const wayOut =
    meant === undefined ? 'A value that begins with =, !, < or > goes in quotes.' : `Write ${meant} instead.`
  return {
    code: 'wrongOperator',
    message: `Found ${quoteBriefly(token.image)} where an operator was expected. ${wayOut} The operators are ${operatorList}.`,
    span: spanOf(token),
    expected: operators,
  }
}

function unclosedQuote({ startOffset }: IToken): Diagnostic {
  return {
    code: 'unclosedQuote',
    message: 'The quote that opens here is never closed. End the value with a quote, and double every quote inside it.',
    span: { start: startOffset, end: startOffset + 1 },
  }
}

function tooDeep(token: IToken): Diagnostic {
  return {
    code: 'tooDeep',
    message: `Found parentheses more than ${String(MAX_DEPTH)} deep, which is as deep as they may be. Leave out those that change nothing.`,
    span: spanOf(token),
  }
}

function tooMany(token: IToken): Diagnostic {
  return {
    code: 'tooMany',
    message: `Found more than ${String(MAX_COMPARISONS)} comparisons, which is as many as there may be. Ask with several shorter filters.`,
    span: spanOf(token),
  }
}
