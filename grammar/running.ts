import { Lexer, type IToken } from 'chevrotain'
import { FilterParser } from './parser.ts'
import { tokens } from './tokens.ts'

let lexer: Lexer | undefined
let parser: FilterParser | undefined

/** The tokens of a text, made by the one lexer, which is built when it is first needed. */
export function readTokens(text: string): readonly IToken[] {
  lexer ??= new Lexer(tokens, {
    positionTracking: 'onlyOffset',
    safeMode: true,
    skipValidations: true,
  })
  return lexer.tokenize(text).tokens
}

/** The one parser, built when it is first needed. */
export function runningParser(): FilterParser {
  parser ??= new FilterParser()
  return parser
}
