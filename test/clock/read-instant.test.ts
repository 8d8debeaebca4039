import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantPattern, writeInstant } from '../../src/clock/instant.ts'
import { readInstant } from '../../src/clock/read-instant.ts'

/** The years 1 to 9999, in seconds. */
const [FIRST, LAST] = [-62135596800, 253402300799]

describe('a moment is read', () => {
  it.each([
    ['2025-08-15T06:00:00Z', '2025-08-15T06:00:00Z'],
    ['2025-08-15t06:00:00z', '2025-08-15T06:00:00Z'],
    ['2025-02-18T14:16:31', '2025-02-18T14:16:31Z'],
    ['2025-02-18 14:16:31', '2025-02-18T14:16:31Z'],
    ['  2025-02-18 14:16:31 ', '2025-02-18T14:16:31Z'],
    ['2025-02-18T14:16', '2025-02-18T14:16:00Z'],
    ['2025-02-18T14:16Z', '2025-02-18T14:16:00Z'],
    ['2021-06-15', '2021-06-15T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2025-08-14T12:31:30.389954Z', '2025-08-14T12:31:30.389954Z'],
    ['2025-08-14T12:31:30.74Z', '2025-08-14T12:31:30.74Z'],
    ['2025-08-14T12:31:30.3899547Z', '2025-08-14T12:31:30.389954Z'],
    ['2025-08-14T12:31:30.389954799Z', '2025-08-14T12:31:30.389954Z'],
    ['2025-08-15T06:00:00+02:00', '2025-08-15T04:00:00Z'],
    ['2025-08-15T06:00:00 02:00', '2025-08-15T04:00:00Z'],
    ['2025-08-15T06:00:00.5+0200', '2025-08-15T04:00:00.5Z'],
    ['2025-08-15T01:30:00+02:00', '2025-08-14T23:30:00Z'],
    ['2025-08-15T06:00:00-05:30', '2025-08-15T11:30:00Z'],
    ['2025-08-15T06:00+02:00', '2025-08-15T04:00:00Z'],
    ['2025-08-15T06:00:00 00:00', '2025-08-15T06:00:00Z'],
    ['Mon, 23 Nov 2026 13:55:17 GMT', '2026-11-23T13:55:17Z'],
    ['mon, 2 nov 2026 13:55:17 UTC', '2026-11-02T13:55:17Z'],
    ['0001-01-01T00:00:00', '0001-01-01T00:00:00Z'],
  ])('%s', (text, expected) => {
    const instant = readInstant(text)
    expect(instant === undefined ? instant : writeInstant(instant)).toBe(expected)
  })

  it.each([
    '',
    'yesterday',
    '2025-02-30',
    '2025-02-29T00:00:00Z',
    '2025-13-01',
    '2025-00-10',
    '2025-08-00',
    '2025-8-15',
    '2025-08-15T24:00:00',
    '2025-08-15T06:60:00',
    '2025-08-15T06:00:60',
    '2025-08-15T06',
    '2025-08-15T06:00:00+15:00',
    '2025-08-15T06:00:00+02:60',
    '2025-08-15T06:00:00.Z',
    '2025-08-15T06:00:00.0000000000Z',
    '08/15/2025',
    '1755237600',
    'Tue, 23 Nov 2026 13:55:17 GMT',
    'Mon, 30 Feb 2026 13:55:17 GMT',
    'Mon, 23 Foo 2026 13:55:17 GMT',
    'Mon, 23 Nov 2026 13:55:17 CET',
  ])('but not from %j', (text) => {
    expect(readInstant(text)).toBeUndefined()
  })

  it('as it is written, with up to nine digits of fraction, of which six count', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), fc.stringMatching(/^\d{1,9}$/), (second, fraction) => {
        const written = writeInstant(second * 1e6).replace('Z', `.${fraction}Z`)
        expect(written).toMatch(instantPattern(9))
        expect(instantPattern().test(written)).toBe(fraction.length <= 6)
        expect(readInstant(written)).toBe(second * 1e6 + Number(fraction.slice(0, 6).padEnd(6, '0')))
      }),
    )
  })

  it('as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST * 1e6, max: LAST * 1e6 }), (instant) => {
        const written = writeInstant(instant)
        expect(written).toMatch(instantPattern())
        expect(readInstant(written)).toBe(instant)
      }),
    )
  })
})
