import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { days, hours, seconds } from '../../src/clock/duration.ts'
import { timeOf, writeInstant } from '../../src/clock/instant.ts'
import { readTimeOfDay, timeOfDayPattern } from '../../src/clock/read-time-of-day.ts'
import { timeOfDay } from '../../src/model/shape.ts'
import { wordOf } from '../../src/wire/scalar.ts'

/** What is read of it alone, and where a date and a zone may stand with it. */
const told = (text: string) => [written(readTimeOfDay(text)), written(readTimeOfDay(text, { isDated: true }))]
const written = (at: number | undefined) => (at === undefined ? at : writeInstant(at))

describe('a time of day is read', () => {
  it.each([
    ['22:00', '1970-01-01T22:00:00Z'],
    ['00:00:59', '1970-01-01T00:00:59Z'],
    [' 22:15:00.0000000 ', '1970-01-01T22:15:00Z'],
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual([expected, expected])
  })

  it.each([
    ['01:15:00.0000000+00:00', '1970-01-01T01:15:00Z'],
    ['2026-01-01T04:30:00', '2026-01-01T04:30:00Z'],
    ['2026-01-01t04:30z', '2026-01-01T04:30:00Z'],
    ['2025-03-02T01:15:00+05:00', '2025-03-02T01:15:00Z'],
  ])('with its date or its zone only where they may stand: %s', (text, expected) => {
    expect(told(text)).toEqual([undefined, expected])
  })

  it.each(['', 'teatime', '24:00', '22:60', '22:00:60', '9:00', '22', '2025-02-30T22:00', '2026-01-01', '22:00 UTC'])(
    'but not from %j',
    (text) => {
      expect(told(text)).toEqual([undefined, undefined])
    },
  )

  const moments = fc.integer({ min: -62135596800e6, max: 253402300799e6 })
  const second = (instant: number) => Math.floor(instant / seconds(1)) * seconds(1)

  it('as it is written, alone or with its date', () => {
    fc.assert(
      fc.property(moments, (instant) => {
        const sinceMidnight = second(instant) - Math.floor(instant / days(1)) * days(1)
        expect(readTimeOfDay(timeOf(instant))).toBe(sinceMidnight)
        expect(readTimeOfDay(wordOf(timeOfDay(), instant, ''), { isDated: true })).toBe(second(instant))
      }),
    )
  })

  it('if it has the pattern', () => {
    fc.assert(
      fc.property(fc.stringMatching(timeOfDayPattern), (text) => {
        expect(readTimeOfDay(text)).toBeLessThan(hours(24))
      }),
    )
  })
})
