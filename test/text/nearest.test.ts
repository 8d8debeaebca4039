import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lookForNearest, MOST_STEPS, nearest } from '../../src/text/nearest.ts'

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

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 })

it('is the first of those that take the fewest changes', () => {
  fc.assert(
    fc.property(letters, fc.array(letters), (word, candidates) => {
      let best: string | undefined
      let fewest = Math.max(1, Math.floor(word.length / 3)) + 1
      for (const each of candidates) {
        const changes = changesOf(word, each)
        if (changes < fewest) [best, fewest] = [each, changes]
      }
      expect(nearest(word, candidates)).toBe(best)
    }),
  )
})

it('compares few letters, whatever it is given', () => {
  const size = fc.integer({ min: 1, max: 200 })
  const many = fc.integer({ min: 1, max: 5_000 })
  const tail = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 60 })
  fc.assert(
    fc.property(size, many, tail, (length, count, end) => {
      // As like as can be without being close: no comparison ends early.
      const far = 'b'.repeat(Math.floor(length / 3) + 1)
      const alike = `${'a'.repeat(Math.max(0, length - far.length))}${far}`
      const candidates = Array.from({ length: count }, (_, n) => (n % 2 === 0 ? alike : alike + end))
      const { steps } = lookForNearest('a'.repeat(length), candidates)
      // One more word is compared, of a hundred letters at most and a third more.
      expect(steps).toBeLessThanOrEqual(length > 100 ? 0 : MOST_STEPS + 100 * 133)
    }),
    { numRuns: 50 },
  )
})

/** As the definition has it, each time anew. */
function changesOf(a: string, b: string): number {
  const known = new Map<string, number>()
  const of = (n: number, m: number): number => {
    if (n === 0 || m === 0) return n + m
    const key = `${n} ${m}`
    const found = known.get(key)
    if (found !== undefined) return found
    const isSwap = n > 1 && m > 1 && a[n - 1] === b[m - 2] && a[n - 2] === b[m - 1]
    const changes = Math.min(
      of(n - 1, m) + 1,
      of(n, m - 1) + 1,
      of(n - 1, m - 1) + (a[n - 1] === b[m - 1] ? 0 : 1),
      isSwap ? of(n - 2, m - 2) + 1 : Infinity,
    )
    known.set(key, changes)
    return changes
  }
  return of(a.length, b.length)
}
