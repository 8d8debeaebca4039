import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readInstant } from '../../src/clock/read-instant.ts'
import { hours, minutes, type Duration } from '../../src/clock/duration.ts'
import { writeInstant, type Instant } from '../../src/clock/instant.ts'
import { forceOutcome } from '../../src/simulation/jobs/forced-outcomes.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import { backupJobSession, job as jobs } from '../../src/resources/index.ts'
import { actorOf, openActor } from '../support/actor.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'
import { outcomeState } from '../../src/simulation/jobs/outcome-state.ts'
import { workState } from '../../src/simulation/core/work-state.ts'

// Time stands still and is moved on; 2026-01-15 is a Thursday. Jobs take the time that they take.
let em: Awaited<ReturnType<typeof openActor>>
beforeAll(async () => {
  em = await openActor({ scenario: 'all-green' })
})
afterAll(() => em.close())

const world = () => em.em.simulation
const rowOf = (name: string) => [...tableOf(world(), jobs)].find((it) => it.Name === name)!
const sessionsOf = (name: string) =>
  tableOf(world(), backupJobSession)
    .under('Job', rowOf(name).id)
    .filter((it) => it.JobType !== 'ImmediateBackupCopyWorker')
const pass = (by: Duration): void => {
  world().clock.advance(by)
  world().catchUp()
}
const onlyHours = (...allowed: readonly number[]) => ({
  Days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].map((Name) => ({
    Name,
    Value: Array.from({ length: 24 }, (_, hour) => Number(allowed.includes(hour))).join(','),
  })),
}) // prettier-ignore
const off = {
  OptionsDaily: { Enabled: false },
  OptionsMonthly: { Enabled: false },
  OptionsPeriodically: { Enabled: false, Schedule: onlyHours(...Array(24).keys()) },
  OptionsContinuous: { Enabled: false },
  OptionsBackupWindow: { Enabled: false },
  OptionsDaisyChaining: { Enabled: false },
}
const edit = async (name: string, body: unknown): Promise<void> => {
  world().state(workState).moves = { moves: 'instant' }
  // A logon session does not last for days.
  const { act } = actorOf(em.em, await em.em.logOn())
  const told = await act(`PUT /jobs/${rowOf(name).id}`, body)
  world().state(workState).moves = { moves: 'time' }
  expect(told.message).toBe('')
}
const schedule = async (name: string, Standart: object): Promise<void> =>
  edit(name, {
    ScheduleConfigured: true,
    ScheduleEnabled: true,
    JobScheduleOptions: { Standart: { ...off, ...Standart } },
  })
const nextRun = (name: string): string | undefined => {
  const at = rowOf(name).NextRun
  return at === undefined ? undefined : writeInstant(at)
}

/** Lets a job come to the time that it says it runs next, and returns how late its session begins. */
function lateness(name: string): number {
  const at = readInstant(nextRun(name) ?? '1970-01-01T00:00:00Z')!
  const before = sessionsOf(name).length
  pass(Math.max(0, at - world().clock.now() - 1))
  expect(sessionsOf(name)).toHaveLength(before)
  pass(minutes(1))
  expect(sessionsOf(name)).toHaveLength(before + 1)
  return sessionsOf(name).at(-1)!.CreationTimeUTC - at
}

const edits: readonly [string, options: object, next: (now: Instant) => RegExp][] = [
  ['daily', { OptionsDaily: { Enabled: true, Kind: 'Everyday', Time: '06:30:00' } }, () => /T06:30:00Z$/],
  ['daily, two hours ahead', { OptionsDaily: { Enabled: true, Time: '06:30:00', TimeOffsetUtc: 2 } }, () => /T04:30:00Z$/],
  ['on some days', { OptionsDaily: { Enabled: true, Kind: 'SelectedDays', Days: ['Tuesday'], Time: '01:00:00', TimeOffsetUtc: 0 } }, () => /T01:00:00Z$/],
  ['monthly', { OptionsMonthly: { Enabled: true, DayNumberInMonth: 'OnDay', DayOfMonth: 28, Months: ['February', 'May'], Time: '03:00:00' } }, () => /-0[25]-28T03:00:00Z$/],
  ['monthly, on a weekday', { OptionsMonthly: { Enabled: true, DayNumberInMonth: 'Last', DayOfWeek: 'Friday', Months: ['March', 'June', 'September'], Time: '03:00:00' } }, () => /-(03-27|06-26|09-25)T03:00:00Z$/],
  ['every four hours', { OptionsPeriodically: { Enabled: true, Kind: 'Hours', FullPeriod: 4 } }, () => /T(00|04|08|12|16|20):00:00Z$/],
  ['every half hour', { OptionsPeriodically: { Enabled: true, Kind: 'Minutes', FullPeriod: 30 } }, () => /:[03]0:00Z$/],
  ['every half hour in the evening', { OptionsPeriodically: { Enabled: true, Kind: 'Minutes', FullPeriod: 30, Schedule: onlyHours(19, 20) } }, () => /T(19|20):[03]0:00Z$/],
  ['every five hours, once the forbidden ones are over', { OptionsPeriodically: { Enabled: true, Kind: 'Hours', FullPeriod: 5, Schedule: onlyHours(9, 10, 11) } }, () => /T(09|10):00:00Z$/],
  ['every minute in a window', { OptionsPeriodically: { Enabled: true, Kind: 'Minutes', FullPeriod: 1, Schedule: onlyHours(...Array(24).keys()) }, OptionsBackupWindow: { Enabled: true, TimePeriods: onlyHours(3) } }, () => /T03:\d\d:00Z$/],
  ['continuously', { OptionsContinuous: { Enabled: true } }, (at) => new RegExp(writeInstant(at).slice(0, 11))],
  ['continuously at night', { OptionsContinuous: { Enabled: true, Schedule: onlyHours(1) } }, () => /T01:/],
] // prettier-ignore

describe('a job that is edited to run', () => {
  it.each(edits)('%s says when, and does', async (_, options, expected) => {
    // What runs longer than its period is not started while it does: nothing is under way here.
    await edit('Databases', { ScheduleEnabled: false })
    expect(nextRun('Databases')).toBeUndefined()
    pass(hours(4))
    await schedule('Databases', options)
    expect(nextRun('Databases')).toMatch(expected(world().clock.now()))
    const late = lateness('Databases')
    expect(late).toBeGreaterThan(0)
    expect(late).toBeLessThan(minutes(1))
  })

  it('after another job has no time of its own, and begins within a minute of its end', async () => {
    const [before] = world().state(jobState).jobs.values()
    const { id = '', name = '' } = before ?? {}
    await edit('Databases', { ScheduleEnabled: false })
    pass(hours(6))
    const PreviousJobUid = `urn:veeam:Job:${id}`
    await schedule('Databases', { OptionsDaisyChaining: { Enabled: true, PreviousJobUid } })
    expect(nextRun('Databases')).toBeUndefined()
    const known = sessionsOf('Databases').length
    world().runEvent({ what: 'start', job: id })
    while (world().state(jobState).jobs.get(id)?.running !== undefined) pass(minutes(1))
    pass(minutes(1))
    expect(sessionsOf('Databases')).toHaveLength(known + 1)
    const ended = sessionsOf(name).at(-1)?.EndTimeUTC ?? 0
    const late = sessionsOf('Databases').at(-1)!.CreationTimeUTC - ended
    expect([late >= 0, late < minutes(1)]).toEqual([true, true])
  })

  it.each([
    [1, 7],
    [2, 15],
    [0, 10],
  ])('with %d retries after %d minutes is tried again so often, and so late', async (times, wait) => {
    await edit('Databases', { ScheduleEnabled: false })
    pass(hours(6))
    const RetryOptions = { RetryTimes: times, RetryTimeout: wait, RetrySpecified1: true }
    await edit('Databases', { JobScheduleOptions: { Standart: { RetryOptions } } })
    const job = rowOf('Databases').id
    const known = sessionsOf('Databases').length
    forceOutcome(world(), job, { result: 'Failed', times: 3 })
    world().runEvent({ what: 'start', job })
    pass(hours(5))
    const runs = sessionsOf('Databases').slice(known)
    expect(runs.map(({ IsRetry }) => IsRetry)).toEqual([false, ...Array<boolean>(times).fill(true)])
    for (const [n, run] of runs.slice(1).entries())
      expect(run.CreationTimeUTC - runs[n]!.EndTimeUTC!).toBe(minutes(wait))
    world().state(outcomeState).orders.clear()
  })
})
