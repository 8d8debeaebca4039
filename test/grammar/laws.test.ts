import fc from 'fast-check'
import { EOF, type TokenType } from 'chevrotain'
import { expect, it } from 'vitest'
import { parseFilter, printFilter } from '../../grammar/index.ts'
import { readTokens, runningParser } from '../../grammar/running.ts'
import { expressions } from './expressions.ts'
import { expressionOf, withoutPlaces } from './marked.ts'

const alphabet = 'a=>!;,()" '

/** Every text over the alphabet up to that length, shortest first. */
function* texts(length: number): Generator<string> {
  let last = ['']
  yield ''
  for (let size = 1; size <= length; size++) {
    last = last.flatMap((text) => Array.from(alphabet, (letter) => text + letter))
    yield* last
  }
}

/** Plain comparisons, since an expect for each of a hundred thousand texts is slow. */
function isAnswered(text: string): boolean {
  const parsed = parseFilter(text)
  if (parsed.ok) return true
  return parsed.diagnostics.every(({ span }) => 0 <= span.start && span.start <= span.end && span.end <= text.length)
}

function isPrintedForGood(text: string): boolean {
  const parsed = parseFilter(text)
  if (!parsed.ok) return true
  const printed = printFilter(parsed.expression)
  return printFilter(expressionOf(printed)) === printed
}

it('what is printed reads as what it was printed from', () => {
  fc.assert(
    fc.property(expressions, (expression) => {
      const read = withoutPlaces(expressionOf(printFilter(expression)))
      expect(read).toEqual(withoutPlaces(expression))
    }),
    { numRuns: 500 },
  )
})

it('no short text throws or is refused without a place in it', () => {
  for (const text of texts(5)) if (!isAnswered(text)) expect.fail(text)
})

it.each([
  ['signs and letters', fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 40 })],
  [
    'words',
    fc
      .array(fc.constantFrom('Name', '==', '>=', ' and ', 'x y', '"', '""', ';', ',', '(', ')'))
      .map((words) => words.join('')),
  ],
  ['any characters', fc.string({ unit: 'binary', maxLength: 60 })],
])('no text of %s throws or is refused without a place in it', (_, arbitrary) => {
  fc.assert(fc.property(arbitrary, isAnswered), { numRuns: 1_000 })
})

it('what is printed once is printed the same again', () => {
  for (const text of texts(4)) if (!isPrintedForGood(`a==${text}`)) expect.fail(text)
  const lists = fc.array(fc.tuple(fc.constantFrom(...';,'), fc.string({ unit: fc.constantFrom(...alphabet) })))
  const filters = lists.map((parts) => `a==a${parts.map(([join, value]) => `${join}a==${value}`).join('')}`)
  fc.assert(fc.property(filters, isPrintedForGood))
})

it('every character is part of some token', () => {
  for (let code = 0; code < 0x10000; code++) {
    const text = String.fromCharCode(code)
    const length = readTokens(text).reduce((total, { image }) => total + image.length, 0)
    if (length !== text.trim().length) expect.fail(`U+${code.toString(16)}`)
  }
})

it('what a diagnostic expects is what the grammar allows there', () => {
  const said: Record<string, readonly string[]> = {
    comparisonExpected: ['Name', 'Open'],
    operatorExpected: ['Operator'],
    valueExpected: ['Bare', 'Quoted'],
    joinExpected: ['And', 'Or'],
  }
  for (const text of texts(4)) {
    const parsed = parseFilter(text)
    const [diagnostic] = parsed.ok ? [] : parsed.diagnostics
    const expected = said[diagnostic?.code ?? '']
    if (!diagnostic || !expected) continue
    const before = readTokens(text).filter(({ startOffset }) => startOffset < diagnostic.span.start)
    const closing = diagnostic.expected?.includes(')') ? ['Close'] : []
    const allowed = allowedAfter([...before]).filter((name) => name !== EOF.name)
    if (allowed.join() !== [...expected, ...closing].sort().join()) expect.fail(text)
  }
})

function allowedAfter(before: ReturnType<typeof readTokens>[number][]): readonly string[] {
  const next = runningParser().computeContentAssist('filter', before)
  const types: readonly TokenType[] = next.map(({ nextTokenType }) => nextTokenType)
  return [...new Set(types.map(({ name }) => name))].sort()
}

it.each([
  ['parentheses', '('.repeat(10_000)],
  ['closed parentheses', '('.repeat(10_000) + 'a==1' + ')'.repeat(9_990)],
  ['quotes', 'a=='.padEnd(20_000, '"')],
  ['characters of an open value', 'a=="'.padEnd(20_000, 'x ')],
  ['pairs of quotes', 'a==""'.padEnd(20_000, 'x"')],
  ['doubled quotes', 'a=="'.padEnd(20_000, 'x""')],
  ['empty values', 'a==""'.padEnd(20_000, ' ""')],
  ['blanks', 'a=='.padEnd(20_000)],
  ['blanks inside a value', 'a==x'.padEnd(19_999) + 'x'],
  ['joins', 'a==x'.padEnd(20_000, ' and')],
  ['ampersands', 'a==x'.padEnd(20_000, '& ')],
  ['letters of a name', 'a'.repeat(20_000)],
  ['signs', '='.repeat(20_000)],
  ['signs apart', '= '.repeat(10_000)],
  ['semicolons', ';'.repeat(20_000)],
  ['comparisons', 'a==1;'.repeat(4_000)],
  ['characters, a hundred thousand,', 'a==1;'.repeat(20_000)],
  ['NULs', '\0'.repeat(20_000)],
])('a great many %s are answered', (_, text) => {
  expect(isAnswered(text)).toBe(true)
})
