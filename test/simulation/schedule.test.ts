import { describe, expect, it } from 'vitest'
import type { JobSpec } from '#seed-data'
import { readInstant } from '../../src/clock/read-instant.ts'
import { writeInstant } from '../../src/clock/instant.ts'
import type { ScheduleOptions } from '../../src/simulation/jobs/job-model.ts'
import { isContinuous, nextRun } from '../../src/simulation/jobs/schedule.ts'
import { scheduleOptions } from '../../src/seed/jobs/schedule-options.ts'

type Standart = NonNullable<ScheduleOptions['Standart']>

const options = (spec: Partial<JobSpec>): ScheduleOptions =>
  scheduleOptions({ name: 'x', type: 'Backup', repository: 'r', ...spec }, undefined)
const next = (it: ScheduleOptions, after: string): string | undefined => {
  const at = nextRun(it, readInstant(after)!)
  return at === undefined ? undefined : writeInstant(at)
}
const changed = (spec: Partial<JobSpec>, change: (it: Standart) => Partial<Standart>) => {
  const { Standart: it } = options(spec)
  return { Standart: { ...it!, ...change(it!) } }
}
const onlyHours = (...hours: readonly number[]) =>
  (['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const).map((Name) => ({
    Name,
    Value: Array.from({ length: 24 }, (_, hour) => (hours.includes(hour) ? 1 : 0)).join(','),
  }))

// 2026-01-15 is a Thursday.
const stories: readonly [Partial<JobSpec>, after: string, next: string | undefined][] = [
  [{ daily: '22:00' }, '2026-01-15T12:00:00Z', '2026-01-15T22:00:00Z'],
  [{ daily: '22:00' }, '2026-01-15T22:00:00Z', '2026-01-16T22:00:00Z'],
  [{ daily: '00:00' }, '2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z'],
  [{ daily: '22:00', on: 'weekdays' }, '2026-01-16T23:00:00Z', '2026-01-19T22:00:00Z'],
  [{ daily: '01:00', on: ['Sunday'] }, '2026-01-15T12:00:00Z', '2026-01-18T01:00:00Z'],
  [{ daily: '01:00', on: ['Thursday'] }, '2026-01-15T01:00:00Z', '2026-01-22T01:00:00Z'],
  [{ daily: '01:00', on: [] }, '2026-01-15T01:00:00Z', undefined],
  [{ every: '4h' }, '2026-01-15T12:00:00Z', '2026-01-15T16:00:00Z'],
  [{ every: '5h' }, '2026-01-15T21:00:00Z', '2026-01-16T00:00:00Z'],
  [{ every: '30m' }, '2026-01-15T12:29:59Z', '2026-01-15T12:30:00Z'],
  [{ monthly: { at: '03:00', week: 'First', day: 'Sunday' } }, '2026-01-15T12:00:00Z', '2026-02-01T03:00:00Z'],
  [{ monthly: { at: '03:00', week: 'Fourth', day: 'Saturday' } }, '2026-01-15T12:00:00Z', '2026-01-24T03:00:00Z'],
  [{ monthly: { at: '03:00', week: 'Last', day: 'Friday' } }, '2026-01-15T12:00:00Z', '2026-01-30T03:00:00Z'],
  [{ monthly: { at: '03:00', week: 'Last', day: 'Saturday' } }, '2026-02-28T02:00:00Z', '2026-02-28T03:00:00Z'],
  [{}, '2026-01-15T12:00:00Z', undefined],
  [{ type: 'ImmediateBackupCopy' }, '2026-01-15T12:00:00Z', undefined],
] // prettier-ignore

describe('when a job runs next, by its story', () => {
  it.each(stories)('%j after %s: %s', (spec, after, expected) => {
    expect(next(options(spec), after)).toBe(expected)
  })
})

const edited: readonly [string, ScheduleOptions, after: string, next: string | undefined][] = [
  [
    'a clock two hours ahead of UTC',
    changed({ daily: '01:00' }, (it) => ({
      OptionsDaily: { ...it.OptionsDaily, TimeOffsetUtc: 2 },
    })),
    '2026-01-15T12:00:00Z',
    '2026-01-15T23:00:00Z',
  ],
  [
    'the 31st, which not every month has',
    changed({ monthly: { at: '03:00', week: 'First', day: 'Sunday' } }, (it) => ({
      OptionsMonthly: { ...it.OptionsMonthly, DayNumberInMonth: 'OnDay', DayOfMonth: 31 },
    })),
    '2026-01-31T12:00:00Z',
    '2026-03-31T03:00:00Z',
  ],
  [
    'only in June',
    changed({ monthly: { at: '03:00', week: 'First', day: 'Monday' } }, (it) => ({
      OptionsMonthly: { ...it.OptionsMonthly, Months: ['June'] },
    })),
    '2026-01-15T12:00:00Z',
    '2026-06-01T03:00:00Z',
  ],
  [
    'every hour, but only from eight to nine',
    changed({ every: '1h' }, (it) => ({
      OptionsPeriodically: { ...it.OptionsPeriodically, Schedule: onlyHours(8, 9) },
    })),
    '2026-01-15T09:30:00Z',
    '2026-01-16T08:00:00Z',
  ],
  [
    'no hour at all',
    changed({ every: '1h' }, (it) => ({
      OptionsPeriodically: { ...it.OptionsPeriodically, Schedule: onlyHours() },
    })),
    '2026-01-15T09:30:00Z',
    undefined,
  ],
  [
    'a backup window that begins at six in the evening',
    changed({ every: '4h' }, () => ({
      OptionsBackupWindow: { Enabled: true, TimePeriods: onlyHours(18, 19, 20, 21) },
    })),
    '2026-01-15T12:00:00Z',
    '2026-01-15T20:00:00Z',
  ],
  [
    'a window that shuts the daily time out',
    changed({ daily: '12:00' }, () => ({
      OptionsBackupWindow: { Enabled: true, TimePeriods: onlyHours(18) },
    })),
    '2026-01-15T11:00:00Z',
    undefined,
  ],
  [
    'continuously, outside office hours',
    changed({}, (it) => ({
      OptionsContinuous: { ...it.OptionsContinuous, Enabled: true, Schedule: onlyHours(0, 20) },
    })),
    '2026-01-15T12:00:00Z',
    '2026-01-15T20:00:00Z',
  ],
  [
    'two schedules: the sooner',
    changed({ daily: '22:00', every: '8h' }, (it) => it),
    '2026-01-15T17:00:00Z',
    '2026-01-15T22:00:00Z',
  ],
]

describe('when a job runs next, by edited options', () => {
  it.each(edited)('%s', (_, it, after, expected) => {
    expect(next(it, after)).toBe(expected)
  })
})

it('knows which jobs run one run after the other', () => {
  expect(isContinuous(options({ daily: '22:00' }))).toBe(false)
  expect(
    isContinuous(
      changed({ every: '1h' }, (it) => ({
        OptionsPeriodically: { ...it.OptionsPeriodically, Kind: 'Continuously' },
      })),
    ),
  ).toBe(true)
})
