import { describe, expect, it } from 'vitest'
import { days } from '../../src/clock/duration.ts'
import { frozen, noon, sessionsOf, small } from './worlds.ts'

describe('a job that was made some days ago', () => {
  it.each([
    [2, 2],
    [0.6, 1],
    [30, 10],
    [undefined, 10],
  ])('%s: has run %d times of ten days', (madeDaysAgo, times) => {
    const made = madeDaysAgo === undefined ? {} : { madeDaysAgo }
    const sessions = sessionsOf(frozen(small(10, { daily: '22:00', ...made })))
    expect(sessions).toHaveLength(times)
    for (const { CreationTimeUTC } of sessions) expect(CreationTimeUTC).toBeGreaterThan(noon - days(madeDaysAgo ?? 10))
  })
})

it.each([
  ['perfect', 'Success'],
  ['ailing', 'Warning'],
  ['hopeless', 'Failed'],
] as const)('a %s job always ends in %s', (habit, result) => {
  const sessions = sessionsOf(frozen(small(10, { daily: '22:00', habit, retries: 1 })))
  expect(new Set(sessions.map(({ Result }) => Result))).toEqual(new Set([result]))
})
