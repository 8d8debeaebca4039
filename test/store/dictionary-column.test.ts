import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BitSet } from '../../src/store/bit-set.ts'
import { DictionaryColumn } from '../../src/store/dictionary-column.ts'
import { isMet, type Key, type ComparisonOperator } from '../../src/store/key.ts'

/** What no row is alike in, and some are: with more values than have a set of positions each, and with fewer. */
const different = fc.constantFrom(0, 200, 400).map((size) => Array.from({ length: size }, (_, n) => `own ${n}`))
const alike = fc.array(fc.constantFrom<Key | undefined>('a', 'b', 'c', undefined), { maxLength: 300, size: 'max' })
const rows = fc
  .tuple(different, alike)
  .chain(([own, shared]) => fc.shuffledSubarray([...own, ...shared], { minLength: own.length + shared.length }))
const replaced = fc.array(fc.tuple(fc.nat(599), fc.constantFrom<Key | undefined>('a', 'new', undefined)), {
  maxLength: 20,
})
const operators: readonly ComparisonOperator[] = ['==', '!=', '<', '<=', '>', '>=']

it('finds what a look at each row would, however many values there are and rows of each', () => {
  fc.assert(
    fc.property(rows, replaced, (all, changes) => {
      const column = new DictionaryColumn(0)
      const held: (Key | undefined)[] = []
      const put = (position: number, key: Key | undefined) => {
        column.put(position, key)
        held[position] = key
      }
      const expectFound = () => {
        for (const operator of operators)
          for (const key of ['a', 'b', 'own 7', 'unheard of']) {
            const matches = BitSet.full(held.length)
            column.refine(operator, key, matches)
            const met = held.flatMap((value, position) => (isMet(value, operator, key) ? [position] : []))
            expect(matches.slice()).toEqual(met)
          }
      }
      all.forEach((key, position) => put(position, key))
      expectFound()
      for (const [position, key] of changes) if (position < held.length) put(position, key)
      expectFound()
    }),
    { numRuns: 50 },
  )
})
