import type { CstNode } from 'chevrotain'
import { buildExpression } from './build.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Expression } from './expression.ts'
import { findMistakes } from './mistakes.ts'
import type { FilterCst } from './parser.ts'
import { readTokens, runningParser } from './running.ts'
import { describeUnexpected } from './unexpected.ts'

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly diagnostics: readonly [Diagnostic, ...Diagnostic[]] }

const MAX_LENGTH = 20_000
const MAX_DIAGNOSTICS = 20

/**
 * Reads a filter, already percent-decoded, as the documentation describes it (em_rest,
 * optional_query_parameters and query_comparison). Never throws: a text that is no filter yields
 * diagnostics, in the order of the text. A blank text is refused with the code `empty`.
 */
export function parseFilter(text: string): Parsed {
  if (text.length > MAX_LENGTH) return refuse(tooLong(text))
  // The documentation prints typographic quotes; replacing one by one keeps every offset.
  const tokens = readTokens(text.replace(/[“”„]/g, '"'))
  if (tokens.length === 0) return refuse(empty(text))

  const [mistake, ...more] = findMistakes(tokens).slice(0, MAX_DIAGNOSTICS)
  if (mistake !== undefined) return refuse(mistake, ...more)

  const parser = runningParser()
  parser.input = [...tokens]
  const tree = parser.filter()
  const [error] = parser.errors
  if (error !== undefined) {
    const at = tokens.indexOf(error.token)
    return refuse(describeUnexpected(tokens, at === -1 ? tokens.length : at, text.length))
  }
  if (!isFilter(tree)) throw new Error('impossible: a filter without errors has a tree')
  return { ok: true, expression: buildExpression(tree) }
}

function refuse(...diagnostics: [Diagnostic, ...Diagnostic[]]): Parsed {
  return { ok: false, diagnostics }
}

function isFilter(tree: CstNode): tree is FilterCst {
  return tree.name === 'filter'
}

function tooLong(text: string): Diagnostic {
  return {
    code: 'tooLong',
    message: `The filter is ${String(text.length)} characters long, and at most ${String(MAX_LENGTH)} are read. Ask with several shorter filters.`,
    span: { start: MAX_LENGTH, end: text.length },
  }
}

function empty(text: string): Diagnostic {
  return {
    code: 'empty',
    message: 'The filter is empty. Write a comparison such as Name=="Backup Job 1", or send no filter.',
    span: { start: 0, end: text.length },
    expected: ['a name', '('],
  }
}
