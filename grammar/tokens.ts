import { createToken, Lexer, type CustomPatternMatcherFunc, type IToken } from 'chevrotain'
import { operators } from './expression.ts'

const Blank = createToken({ name: 'Blank', pattern: /\s+/, group: Lexer.SKIPPED })

export const And = createToken({ name: 'And', pattern: ';' })
export const Or = createToken({ name: 'Or', pattern: ',' })
export const Open = createToken({ name: 'Open', pattern: '(' })
export const Close = createToken({ name: 'Close', pattern: ')' })

/** A run of signs that is none of the six operators, such as `=>`. */
export const WrongOperator = createToken({ name: 'WrongOperator', pattern: /[=!<>]+/ })

export const OperatorToken = createToken({
  name: 'Operator',
  pattern: new RegExp(operators.join('|')),
  longer_alt: WrongOperator,
  label: operators.map((operator) => `"${operator}"`).join(' | '),
})

/**
 * A value in quotes, a quote inside it doubled: `"""Backup"""`. The documentation also writes
 * `""Backup""` for the same value (em_rest, optional_query_parameters), so two quotes open such a
 * value unless they are all there is: before a blank, `;`, `,`, `)` or the end they are empty text.
 */
export const Quoted = createToken({
  name: 'Quoted',
  pattern: /""(?=[^\s;,)"])[^"]+""(?!")|(?!""[^\s;,)"])"[^"]*(?:""[^"]*)*"(?!")/,
  label: '? text in ", with every " inside it doubled ?',
})

export const UnclosedQuote = createToken({ name: 'UnclosedQuote', pattern: /"[^]*/ })

/** A value without quotes. Blanks inside it belong to it, so only its place tells it from names. */
export const Bare = createToken({
  name: 'Bare',
  pattern: startingAt(/[^\s;,()](?:[^;,()]*[^\s;,()])?/y, isOperator),
  label: '? text up to ; , ( ) or the end, without quotes and operators ?',
})

export const Name = createToken({
  name: 'Name',
  pattern: startingAt(/[\p{L}\p{N}_][\p{L}\p{N}_.-]*/uy),
  label: '? letters, digits, _ . and - ?',
})

/** Whatever begins no other token, so that every text has tokens. */
export const Stray = createToken({
  name: 'Stray',
  pattern: startingAt(/[^\s;,()"=!<>\p{L}\p{N}_]+/uy),
})

/** In the order in which they are tried. */
export const tokens = [
  Blank,
  Quoted,
  UnclosedQuote,
  Bare,
  Name,
  And,
  Or,
  Open,
  Close,
  OperatorToken,
  WrongOperator,
  Stray,
]

export function isOperator(token: IToken | undefined): boolean {
  return token?.tokenType === OperatorToken || token?.tokenType === WrongOperator
}

// Chevrotain drops the u flag of a plain pattern, and plain patterns cannot see the token before.
function startingAt(
  pattern: RegExp,
  follows: (before: IToken | undefined) => boolean = () => true,
): CustomPatternMatcherFunc {
  return (text, offset, before) => {
    if (!follows(before.at(-1))) return null
    pattern.lastIndex = offset
    const found = pattern.exec(text)
    return found === null ? null : [found[0]]
  }
}
