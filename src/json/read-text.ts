import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  stripComments,
  type ParseError,
} from 'jsonc-parser'
import { finish, workOf, type Sliced } from '../clock/sliced.ts'
import type { Complaint, Judging } from './check.ts'
import { saysTooDeep, tooDeepAt } from './depth.ts'
import { twiceIn } from './twice.ts'

/**
 * Reads a text as JSON, and has it checked.
 * @param called what the text is called where something is said of it: its path, or what it is.
 * Throws what it is told to, of a sentence that begins with `<called>:<line>:<column>:`.
 */
export const readText = (text: string, called: string, judging: Judging): unknown =>
  finish(readingText(text, called, judging))

/** As `readText`, as work in slices, of which JSON's own parser is one: it takes some 10 ms a megabyte. */
export function* readingText(
  text: string,
  called: string,
  { check, fail, comments }: Judging,
): Sliced<unknown> {
  // A mark counts as a blank and so do comments, so that columns stay what an editor shows.
  const unmarked = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text
  const plain = comments === true ? stripComments(unmarked, ' ') : unmarked
  const failAt = (offset: number, says: string) =>
    fail(`${called}:${placeAt(plain, offset)}: ${says}`)
  const deep = yield* tooDeepAt(plain)
  if (deep !== undefined) throw failAt(deep, saysTooDeep)
  let value: unknown
  try {
    value = JSON.parse(plain)
  } catch {
    if (plain.trim() === '') throw failAt(0, 'this is empty, expected JSON.')
    const errors: ParseError[] = []
    parseTree(plain, errors, { disallowComments: true })
    const [error = { offset: 0, error: 1 }] = errors
    throw failAt(error.offset, `this is not JSON: ${printParseErrorCode(error.error)}.`)
  }
  yield
  const twice = yield* twiceIn(plain)
  if (twice !== undefined) throw failAt(twice.offset, `"${twice.name}" is here twice.`)
  const complaint = yield* workOf(() => check(value))
  if (complaint !== undefined) throw failAt(offsetOf(plain, complaint), complaint.says)
  return value
}

/** Line and column, both from 1. */
function placeAt(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}

function offsetOf(text: string, { path, isName }: Complaint): number {
  const root = parseTree(text)
  const node = root && findNodeAtLocation(root, [...path])
  const at = isName === true ? node?.parent?.children?.[0] : node
  return at?.offset ?? 0
}
