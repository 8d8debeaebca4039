import { quoteBriefly } from '../src/text/quote-briefly.ts'
import type { Diagnostic } from './diagnostic.ts'
import { joinMeant } from './meant.ts'
import { inQuotes } from './print.ts'

/** A word of the text and where it begins; every token is one. */
interface Word {
  readonly image: string
  readonly startOffset: number
}

const comparison = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.-]*\s*[=!<>]`
const joinInside = new RegExp(String.raw`&&|\|\||[&|](?=\s*${comparison})|(?<=\s)(?:and|or)(?=\s+${comparison})`, 'iu')
const joinAtEnd = /(?<=\s)(?:and|or)$/i
const operatorInside = /^[=!<>]+|[=!<>]=|[<>]/

/** What is wrong inside a value without quotes; it may be followed by a parenthesis. */
export function findMistakeInBare(value: Word, isBeforeOpen: boolean): Diagnostic | undefined {
  const join = find(value, joinInside) ?? (isBeforeOpen ? find(value, joinAtEnd) : undefined)
  if (join !== undefined) {
    return wrongJoin(join, ' If it belongs to the value, put the value in quotes.')
  }
  const quote = find(value, /"/)
  if (quote !== undefined) return quoteInValue(value, quote)
  const operator = find(value, operatorInside)
  return operator && operatorInValue(value, operator)
}

/** A join of another language, such as `&&`. */
export function wrongJoin(join: Word, hint = ''): Diagnostic {
  const meant = joinMeant(join.image) ?? ';'
  return {
    code: 'wrongJoin',
    message: `Found ${join.image} where ; (and) or , (or) was expected. Write ${meant} instead.${hint}`,
    span: spanOf(join),
    expected: [';', ','],
  }
}

export function spanOf({ image, startOffset }: Word): Diagnostic['span'] {
  return { start: startOffset, end: startOffset + image.length }
}

function find({ image, startOffset }: Word, pattern: RegExp): Word | undefined {
  const found = pattern.exec(image)
  return found === null ? undefined : { image: found[0], startOffset: startOffset + found.index }
}

function quoteInValue(value: Word, quote: Word): Diagnostic {
  return {
    code: 'quoteInValue',
    message: `Found a quote inside a value that has no quotes around it. Double it, and put the whole value in quotes${suggestion(value)}.`,
    span: spanOf(quote),
  }
}

function operatorInValue(value: Word, operator: Word): Diagnostic {
  return {
    code: 'operatorInValue',
    message: `Found ${quoteBriefly(operator.image)} inside the value ${quoteBriefly(value.image)}. Join comparisons with ; (and) or , (or); if it belongs to the value, put the value in quotes${suggestion(value)}.`,
    span: spanOf(operator),
    expected: [';', ','],
  }
}

function suggestion({ image }: Word): string {
  return image.length > 40 ? '' : `: ${quoteBriefly(inQuotes(image))}`
}
