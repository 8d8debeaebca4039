import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Chance } from '../../src/random/chance.ts'

const chance = new Chance(1)

describe('a draw depends on seed and address alone', () => {
  it('is the same each time, whatever was drawn between', () => {
    const first = chance.of('Backup Job 1', 'delay').number(0, 1)
    chance.of('something', 'else').pick([1, 2, 3])
    expect(chance.of('Backup Job 1', 'delay').number(0, 1)).toBe(first)
    expect(new Chance(2).of('Backup Job 1', 'delay').number(0, 1)).not.toBe(first)
  })
  it('keeps the parts of an address apart', () => {
    expect(chance.of('ab', 'c').next()).not.toBe(chance.of('a', 'bc').next())
    expect(chance.of('ab').next()).not.toBe(chance.of('ab', '').next())
  })
  it('does not mix two draws that are under way', () => {
    const [a, b] = [chance.of('a'), chance.of('b')]
    const mixed = [a.integer(0, 1e9), b.integer(0, 1e9), a.integer(0, 1e9), b.integer(0, 1e9)]
    const [c, d] = [chance.of('a'), chance.of('b')]
    const apart = [c.integer(0, 1e9), c.integer(0, 1e9), d.integer(0, 1e9), d.integer(0, 1e9)]
    expect(mixed).toEqual([apart[0], apart[2], apart[1], apart[3]])
  })
  it('takes seeds of 53 bits', () => {
    const big = Number.MAX_SAFE_INTEGER
    expect(new Chance(big).of('x').next()).not.toBe(new Chance(big % 2 ** 32).of('x').next())
  })
})

describe('what is drawn', () => {
  const each = (n: number) => Array.from({ length: n }, (_, i) => chance.of('each', String(i)))

  it('number and integer stay within their bounds', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -1000, max: 1000 }), (address, min) => {
        const draw = chance.of(address)
        const number = draw.number(min, min + 5)
        expect(number >= min && number < min + 5).toBe(true)
        expect([min, min + 1, min + 2]).toContain(draw.integer(min, min + 2))
      }),
    )
  })
  it('weighted follows the weights', () => {
    const drawn = each(20_000).map((draw) => draw.weighted({ often: 9, seldom: 1, never: 0 }))
    const share = drawn.filter((word) => word === 'seldom').length / drawn.length
    expect(share).toBeGreaterThan(0.085)
    expect(share).toBeLessThan(0.115)
    expect(drawn).not.toContain('never')
  })
  it('pick, chance and number are even over neighbouring addresses', () => {
    const draws = each(20_000)
    const threes = draws.filter((draw) => draw.pick([1, 2, 3]) === 3).length / draws.length
    expect(threes).toBeCloseTo(1 / 3, 1)
    expect(each(20_000).filter((draw) => draw.chance(0.25)).length / 20_000).toBeCloseTo(0.25, 1)
    const mean = each(20_000).reduce((sum, draw) => sum + draw.next(), 0) / 20_000
    expect(mean).toBeCloseTo(0.5, 1)
  })
  it('text has the form of its pattern', () => {
    expect(chance.of('x').text('task-[1-9][0-9]{4}')).toMatch(/^task-[1-9][0-9]{4}$/)
  })
})
