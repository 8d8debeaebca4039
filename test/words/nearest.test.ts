import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nearest } from '../../src/words/nearest.ts'

const names = ['Name', 'JobName', 'Result', 'State', 'CreationTime', 'EndTime']
const results = ['None', 'Success', 'Warning', 'Failed']

it.each([
  ['Fialed', results, 'Failed'],
  ['fail', results, undefined],
  ['SUCCESS', results, 'Success'],
  ['Sucess', results, 'Success'],
  ['warnings', results, 'Warning'],
  ['Job_Name', names, 'JobName'],
  ['CreateTime', names, 'CreationTime'],
  ['Names', names, 'Name'],
  ['Nmae', names, 'Name'],
  ['x', names, undefined],
  ['', names, undefined],
  ['a'.repeat(100_000), names, undefined],
  ['Result', [], undefined],
])('%.20s is most like %s: %s', (word, candidates, candidate) => {
  expect(nearest(word, candidates)).toBe(candidate)
})

it('looks at few candidates, and compares short words only, whatever it is given', () => {
  const size = fc.integer({ min: 2, max: 20_000 })
  fc.assert(
    fc.property(size, size, (length, count) => {
      let steps = 0
      const candidates = function* () {
        for (; steps < count; steps++) yield 'b'.repeat(length)
      }
      expect(nearest('a'.repeat(length), candidates())).toBeUndefined()
      // What comparing two words costs is their lengths multiplied.
      expect(steps).toBeLessThanOrEqual(length > 100 ? 0 : 1000)
    }),
    { numRuns: 50 },
  )
})
