import fc from 'fast-check'
import { findNodeAtLocation, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser'
import { describe, expect, it } from 'vitest'
import { finish } from '../../src/clock/sliced.ts'
import type { Complaint, Path } from '../../src/json-schema/check.ts'
import { LongText } from '../../src/json-schema/long-text.ts'
import { offsetOf } from '../../src/json-schema/place-in.ts'
import { readingText } from '../../src/json-schema/read-text.ts'

const reading = (text: string | LongText, least?: number, complaint?: Complaint) =>
  readingText(text, 'it', { check: () => complaint, fail: (says) => new Error(says) }, least)

/** What is read, or what is said. */
function outcome(text: string | LongText, least?: number): unknown {
  try {
    return { value: finish(reading(text, least)) }
  } catch (error) {
    return (error as Error).message
  }
}

const names = fc.oneof(fc.string(), fc.constantFrom('', '__proto__', 'length', '0', '17', 'é"\\'))
const { values } = fc.letrec<{ values: unknown }>((tie) => ({
  values: fc.oneof(
    { maxDepth: 6 },
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('values'), { maxLength: 6 }),
    fc.array(fc.tuple(names, tie('values')), { maxLength: 6 }).map((members) => Object.fromEntries(members)),
  ),
}))
/** Spaces, and no end of line: JSON.stringify has none without. */
const texts = fc
  .tuple(values, fc.constantFrom('', ' ', '\t', '\n '))
  .map(([value, indent]) => JSON.stringify(value, undefined, indent.replace('\n', '')))
const leasts = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 60 }))
const places = fc.array(fc.nat(200), { maxLength: 5 })

/** The text in pieces that end there. */
function cutAt(text: string, ends: readonly number[]): LongText {
  const sorted = [0, ...ends.toSorted((a, b) => a - b), text.length]
  return new LongText(sorted.map((end, n) => text.slice(sorted[n - 1] ?? 0, end)))
}

it('any JSON, in any pieces and any number of parts, is what JSON.parse makes of it', () => {
  fc.assert(
    fc.property(texts, places, leasts, (text, ends, least) => {
      const value = finish(reading(cutAt(text, ends), least))
      expect(value).toStrictEqual(JSON.parse(text))
      // In the same order, too.
      expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)))
    }),
    { numRuns: 1000 },
  )
})

it('what is wrong is said in the same words, in however many parts it is read', () => {
  const letters = fc.constantFrom(...'[]{},:"\\ 0a\n\u0001\u00A0', '"a":', 'null', ',,', '/**/')
  const changes = fc.array(fc.tuple(fc.nat(200), fc.nat(2), letters), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(texts, changes, places, leasts, (good, changed, ends, least) => {
      const text = changed.reduce((so, [at, gone, more]) => so.slice(0, at) + more + so.slice(at + gone), good)
      const whole = outcome(text)
      expect(outcome(cutAt(text, ends), least)).toEqual(whole)
      expect(whole).toEqual(expected(text))
    }),
    { numRuns: 1000 },
  )
})

/** By parsers that read all at once. */
function expected(text: string): unknown {
  const placed = (offset: number) => {
    const lines = text.slice(0, offset).split('\n')
    return `it:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`
  }
  try {
    JSON.parse(text)
  } catch {
    if (text.trim() === '') return 'it:1:1: this is empty, expected JSON.'
    const errors: ParseError[] = []
    parseTree(text, errors, { disallowComments: true })
    const [error = { offset: 0, error: 1 as const }] = errors
    return `${placed(error.offset)}: this is not JSON: ${printParseErrorCode(error.error)}.`
  }
  const twice = /is here twice/.exec(String(outcome(text)))
  return twice === null ? { value: JSON.parse(text) as unknown } : outcome(text)
}

/** Every place in a value. */
function* pathsIn(value: unknown, path: Path = []): Iterable<Path> {
  yield path
  if (typeof value !== 'object' || value === null) return
  for (const [name, each] of Object.entries(value))
    yield* pathsIn(each, [...path, Array.isArray(value) ? Number(name) : name])
}

it('every place in a value is found in its text', () => {
  fc.assert(
    fc.property(texts, places, fc.nat(), fc.boolean(), (text, ends, nth, wantsName) => {
      const all = [...pathsIn(JSON.parse(text))]
      const path = all[nth % all.length]!
      const isName = wantsName && typeof path.at(-1) === 'string'
      const node = findNodeAtLocation(parseTree(text)!, [...path])!
      const at = isName ? node.parent!.children![0]! : node
      const complaint = { path, says: 'no', ...(isName && ({ isName } as const)) }
      expect(finish(offsetOf(cutAt(text, ends), complaint))).toBe(at.offset)
    }),
    { numRuns: 1000 },
  )
})

it('a path that leads nowhere is said of the whole', () => {
  expect(finish(offsetOf(new LongText(['{"a":[1]}']), { path: ['a', 1, 'b'], says: 'no' }))).toBe(0)
})

it.each<[what: string, text: string, message: string]>([
  ['twice in one object', '{"a":1,\n "b":{"a":2},"a":3}', 'it:2:14: "a" is here twice.'],
  ['twice, written otherwise', '[{"a":1,"\\u0061":3}]', 'it:1:9: "a" is here twice.'],
  ['what is deeper than may be, before what is no JSON', `[oops,${'['.repeat(100)}`, 'it:1:106: this goes deeper than 100 lists and objects in each other.'],
  ['what is no JSON, before what is twice', '[{"a":1,"a":2},]', 'it:1:16: this is not JSON: ValueExpected.'],
  ['blanks', ' \n\t ', 'it:1:1: this is empty, expected JSON.'],
  ['a mark and no more', '\uFEFF', 'it:1:1: this is empty, expected JSON.'],
])('%s', (_what, text, message) => {
  for (const least of [undefined, 1]) expect(outcome(text, least)).toBe(message)
}) // prettier-ignore

describe('a long text', () => {
  const rows = Array.from({ length: 20_000 }, (_, id) => ({ id, of: [{ name: 'x'.repeat(60) }] }))
  const steps = (text: string, complaint?: Complaint) => {
    let count = 0
    const work = reading(text, undefined, complaint)
    try {
      while (work.next().done !== true) count++
    } catch {
      // It is the steps that count.
    }
    return count
  }

  it.each<[what: string, text: (value: unknown) => string, complaint?: Complaint]>([
    ['in one list', (value) => JSON.stringify(value)],
    ['however deep it lies', (value) => JSON.stringify([[{ a: { b: [value] } }]])],
    ['in objects', (value) => JSON.stringify({ rows: Object.fromEntries(Object.entries(value as object)) })],
    ['that is broken at its end', (value) => JSON.stringify(value).slice(0, -1)],
    ['that is complained about', (value) => JSON.stringify(value), { path: [19_999, 'id'], says: 'no' }],
  ])('%s is read in as many steps as it has letters', (_what, textOf, complaint) => {
    const [short, long] = [textOf(rows.slice(0, 4000)), textOf(rows)]
    const more = steps(long, complaint) - steps(short, complaint)
    expect(more).toBeGreaterThan((1.8 * (long.length - short.length)) / (1 << 16))
  })
})
