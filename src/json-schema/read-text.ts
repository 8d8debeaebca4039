import { parseTree, printParseErrorCode, stripComments, type ParseError } from 'jsonc-parser'
import { finish, workOf, type Sliced } from '../clock/sliced.ts'
import type { Judging } from './check.ts'
import { saysTooDeep } from './depth.ts'
import { LongText } from './long-text.ts'
import { outlineOf, type TextPart } from './outline.ts'
import { offsetOf, placeAt } from './place-in.ts'
import { readParts } from './read-parts.ts'

/**
 * Reads a text as JSON, and has it checked.
 * @param called what the text is called where something is said of it: its path, or what it is.
 * Throws what it is told to, of a sentence that begins with `<called>:<line>:<column>:`.
 */
export const readText = (text: string | LongText, called: string, judging: Judging): unknown =>
  finish(readingText(text, called, judging))

/** As `readText`, as work in slices. @param least letters that are parsed at once, if not the usual number. */
export function* readingText(
  text: string | LongText,
  called: string,
  { check, fail, comments }: Judging,
  least?: number,
): Sliced<unknown> {
  const plain = plainOf(text, comments === true)
  function* failAt(offset: number, says: string): Sliced<Error> {
    return fail(`${called}:${yield* placeAt(plain, offset)}: ${says}`)
  }
  const { deep, twice, parts } = yield* outlineOf(plain, least)
  if (deep !== undefined) throw yield* failAt(deep, saysTooDeep)
  const made = yield* readParts(plain, parts, twice === undefined)
  if ('wrong' in made) {
    if (isBlank(plain)) throw yield* failAt(0, 'this is empty, expected JSON.')
    const { offset, says } = whatIsWrong(plain, parts, made.wrong)
    throw yield* failAt(offset, `this is not JSON: ${says}.`)
  }
  if (twice !== undefined) throw yield* failAt(twice.offset, `"${twice.name}" is here twice.`)
  const { value } = made
  const complaint = yield* workOf(() => check(value))
  if (complaint !== undefined) throw yield* failAt(yield* offsetOf(plain, complaint), complaint.says)
  return value
}

/** A mark counts as a blank and so do comments, so that columns stay what an editor shows. */
function plainOf(text: string | LongText, comments: boolean): LongText {
  const whole = comments ? stripComments(String(text), ' ') : text
  const given = typeof whole === 'string' ? new LongText([whole]) : whole
  const [first = '', ...rest] = given.pieces
  return first.startsWith('\uFEFF') ? new LongText([` ${first.slice(1)}`, ...rest]) : given
}

const isBlank = ({ pieces }: LongText): boolean => pieces.every((piece) => piece.trim() === '')

/** The first thing that is wrong with a part, those before it being well: it is seen before the next begins. */
function whatIsWrong(
  text: LongText,
  parts: readonly TextPart[],
  n: number,
): { readonly offset: number; readonly says: string } {
  const { from = 0, opens = '' } = parts[n] ?? {}
  const errors: ParseError[] = []
  const upTo = parts[n + 1]?.from ?? text.length
  parseTree(opens + text.slice(from, upTo), errors, { disallowComments: true })
  const [error = { offset: opens.length - from, error: 1 }] = errors
  return { offset: error.offset - opens.length + from, says: printParseErrorCode(error.error) }
}
