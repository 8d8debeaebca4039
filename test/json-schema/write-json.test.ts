import fc from 'fast-check'
import { expect, it } from 'vitest'
import { finish } from '../../src/clock/sliced.ts'
import { writeJson } from '../../src/json-schema/write-json.ts'

it('writes what JSON.stringify does, and an end of line', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(finish(writeJson(value)).toString()).toBe(`${JSON.stringify(value)}\n`)
    }),
  )
})

it.each<[string, unknown]>([
  ['members that are undefined', { a: undefined, b: 1, c: { d: undefined } }],
  ['undefined in a list', [1, undefined, 2]],
  ['more elements than are written at a time', Array.from({ length: 1234 }, (_, id) => ({ id }))],
  ['what says itself how it is written', { at: new Date(0), in: { at: [new Date(0)] } }],
])('also %s', (_what, value) => {
  expect(finish(writeJson(value)).toString()).toBe(`${JSON.stringify(value)}\n`)
})

it('may be left off wherever a piece is written', () => {
  const steps = (count: number) =>
    [...writeJson({ rows: { Job: Array.from({ length: count }, () => 'x'.repeat(1000)) } })].length
  expect(steps(10_000)).toBeGreaterThan(9 * steps(1000))
})
