import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeInstant } from '../../src/clock/instant.ts'
import { readInstant } from '../../src/clock/read-instant.ts'
import { nameOf, stamp, type Database } from '../../src/model/names.ts'
import type { Naming } from '../../src/model/resource.ts'

const at = (text: string) => readInstant(text)!

describe('an entity is named', () => {
  const run: Naming = { by: 'run', of: 'JobName', at: 'CreationTimeUTC' }
  const time: Naming = { by: 'time', at: 'CreationTimeUTC' }
  it.each<[Naming, string, Database, string]>([
    [run, '2026-06-14T23:09:26.173Z', 'sqlserver', 'Backup Job 1@2026-06-14 23:09:26'],
    [run, '2026-06-16T06:33:10.659559Z', 'postgresql', 'Backup Job 1@2026-06-16 06:33:10.659559'],
    [run, '2026-06-16T06:33:10.65Z', 'postgresql', 'Backup Job 1@2026-06-16 06:33:10.65'],
    [run, '2026-06-16T06:33:10Z', 'postgresql', 'Backup Job 1@2026-06-16 06:33:10'],
    [time, '2025-02-19T03:33:10Z', 'sqlserver', 'Feb 19 2025  3:33AM'],
    [time, '2025-06-05T01:01:00Z', 'sqlserver', 'Jun  5 2025  1:01AM'],
    [time, '2025-05-27T12:55:59Z', 'sqlserver', 'May 27 2025 12:55PM'],
    [time, '2025-12-31T00:00:00Z', 'sqlserver', 'Dec 31 2025 12:00AM'],
    [time, '2025-12-31T23:59:59Z', 'sqlserver', 'Dec 31 2025 11:59PM'],
    [time, '2023-11-03T16:25:35.920773Z', 'postgresql', '2023-11-03 16:25:35.920773'],
  ])('by %j, made %s, in %s: %s', (naming, made, database, name) => {
    const row = { JobName: 'Backup Job 1', CreationTimeUTC: at(made) }
    expect(nameOf(row, naming, database)).toBe(name)
  })

  it('by its own name', () => {
    expect(nameOf({ Name: 'A@B' }, { by: 'name' }, 'sqlserver')).toBe('A@B')
  })
})

describe('a moment is kept', () => {
  it.each<[string, Database, string]>([
    ['2026-06-14T23:09:26.173456Z', 'postgresql', '2026-06-14T23:09:26.173456Z'],
    ['2026-06-14T23:09:26.173456Z', 'sqlserver', '2026-06-14T23:09:26.173Z'],
    ['2026-06-14T23:09:26.001Z', 'sqlserver', '2026-06-14T23:09:26Z'],
    ['2026-06-14T23:09:26.002Z', 'sqlserver', '2026-06-14T23:09:26.003Z'],
    ['2026-06-14T23:09:26.005Z', 'sqlserver', '2026-06-14T23:09:26.007Z'],
    ['2026-06-14T23:09:26.999999Z', 'sqlserver', '2026-06-14T23:09:27Z'],
    ['2026-06-14T23:09:26Z', 'sqlserver', '2026-06-14T23:09:26Z'],
  ])('%s by %s as %s', (given, database, kept) => {
    expect(writeInstant(stamp(at(given), database))).toBe(kept)
  })

  it('by SQL Server in milliseconds that end in 0, 3 or 7, two at most away, and stays so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4102444799e6 }), (instant) => {
        const kept = stamp(instant, 'sqlserver')
        expect([0, 3, 7]).toContain((kept / 1000) % 10)
        expect(Math.abs(kept - instant)).toBeLessThanOrEqual(2000)
        expect(stamp(kept, 'sqlserver')).toBe(kept)
      }),
    )
  })
})
