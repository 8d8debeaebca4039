import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FASTEST, pacePattern, paceWord, readPace, type Pace } from '../../src/clock/clock.ts'

describe('a pace', () => {
  it.each<[string, Pace]>([
    ['real', 'real'],
    ['Frozen', 'frozen'],
    ['60x', { rate: 60 }],
    ['0.5X', { rate: 0.5 }],
    ['100000x', { rate: FASTEST }],
  ])('%s', (word, pace) => {
    expect(readPace(word)).toEqual(pace)
  })

  it.each(['', 'slow', '0x', '60', 'x', '-1x', '1e3x', '.5x', '100001x'])('%j is none', (word) => {
    expect(readPace(word)).toBeUndefined()
  })

  it('as it is written is read, and has the pattern', () => {
    const rates = fc.double({ min: Number.MIN_VALUE, max: FASTEST, noNaN: true })
    const paces = fc.oneof(fc.constantFrom<Pace>('real', 'frozen', { rate: 1e-7 }), fc.record({ rate: rates }))
    fc.assert(
      fc.property(paces, (pace) => {
        expect(paceWord(pace)).toMatch(pacePattern)
        expect(readPace(paceWord(pace))).toEqual(pace)
      }),
    )
  })
})
