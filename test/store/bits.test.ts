import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitSet } from '../../src/store/bit-set.ts'

const positions = fc.uniqueArray(fc.nat(200), { maxLength: 60 })

const bitsOf = (members: readonly number[]): BitSet => {
  const bits = new BitSet()
  for (const member of members) bits.add(member)
  return bits
}
const ascending = (members: Iterable<number>) => [...members].sort((a, b) => a - b)

describe('Bits are a set of positions', () => {
  it('is what sets are', () => {
    fc.assert(
      fc.property(positions, positions, (a, b) => {
        const [and, or, andNot] = [bitsOf(a), bitsOf(a), bitsOf(a)]
        and.and(bitsOf(b))
        or.or(bitsOf(b))
        andNot.andNot(bitsOf(b))
        expect(and.slice()).toEqual(ascending(a.filter((it) => b.includes(it))))
        expect(or.slice()).toEqual(ascending(new Set([...a, ...b])))
        expect(andNot.slice()).toEqual(ascending(a.filter((it) => !b.includes(it))))
        expect(or.count()).toBe(or.slice().length)
      }),
    )
  })

  it('gives any part of itself', () => {
    fc.assert(
      fc.property(positions, fc.nat(70), fc.nat(70), (members, from, count) => {
        const part = bitsOf(members).slice(from, count)
        expect(part).toEqual(ascending(members).slice(from, from + count))
      }),
    )
  })

  it('forgets what is removed, and copies are apart', () => {
    fc.assert(
      fc.property(positions, fc.nat(300), (members, gone) => {
        const bits = bitsOf(members)
        const copy = bits.copy()
        bits.remove(gone)
        expect(bits.has(gone)).toBe(false)
        expect(copy.has(gone)).toBe(members.includes(gone))
        bits.clear()
        expect(bits.count()).toBe(0)
      }),
    )
  })

  it.each([0, 1, 31, 32, 33, 64, 100])('is full up to %i', (size) => {
    expect(BitSet.full(size).slice()).toEqual(Array.from({ length: size }, (_, i) => i))
  })
})
