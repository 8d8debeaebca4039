import { days, hours, minutes } from '../../clock/duration.ts'
import { dateOf, type Instant } from '../../clock/instant.ts'
import { hoursAllow, nextAllowedHour, type HoursOfDays } from './hours.ts'
import type { ScheduleOptions } from './job-model.ts'
import { dayMatching } from './calendar.ts'
import { months, weekdays } from '../../resources/jobs/calendar-shape.ts'

type Standart = NonNullable<ScheduleOptions['Standart']>

const day = days(1)

/**
 * When a job of these options runs next, after an instant; nothing if its schedule names no time: it has none, or
 * follows another job, or new restore points (em_rest, example documents of Job). Times are UTC less `TimeOffsetUtc`.
 */
export function nextRun({ Standart: options }: ScheduleOptions, after: Instant): Instant | undefined {
  if (options === undefined) return undefined
  let next: Instant | undefined
  for (const [isOn, by] of forms) {
    if (!isOn(options)) continue
    const found = inWindow(options, by, after)
    if (found !== undefined && (next === undefined || found < next)) next = found
  }
  return next
}

/** Whether the job runs again as soon as it has ended. */
export const isContinuous = ({ Standart: options }: ScheduleOptions): boolean =>
  options !== undefined &&
  (options.OptionsContinuous.Enabled ||
    (options.OptionsPeriodically.Enabled && options.OptionsPeriodically.Kind === 'Continuously'))

/** The id of the job that this one follows, if it does (`PreviousJobUid`, a URN). */
export function followed({ Standart: options }: ScheduleOptions): string | undefined {
  const chain = options?.OptionsDaisyChaining
  return chain?.Enabled === true ? chain.PreviousJobUid.split(':').at(-1) : undefined
}

type Form = (options: Standart, after: Instant) => Instant | undefined

const forms: readonly (readonly [isOn: (options: Standart) => boolean, next: Form])[] = [
  [(options) => options.OptionsDaily.Enabled, daily],
  [(options) => options.OptionsMonthly.Enabled, monthly],
  [(options) => options.OptionsPeriodically.Enabled, periodically],
  [
    (options) => options.OptionsContinuous.Enabled,
    (options, after) => nextAllowedHour(options.OptionsContinuous.Schedule, after + 1),
  ],
]

/** A backup window shuts out starts; the form is asked again until one is inside. */
function inWindow(options: Standart, form: Form, after: Instant): Instant | undefined {
  const { Enabled, TimePeriods } = options.OptionsBackupWindow
  let next = form(options, after)
  for (let tries = 0; Enabled && next !== undefined && tries < 500; tries++) {
    const opens = nextAllowedHour(TimePeriods, next)
    if (opens === undefined || opens === next) return opens
    next = form(options, opens - 1)
  }
  return Enabled ? undefined : next
}

function daily({ OptionsDaily: it }: Standart, after: Instant): Instant | undefined {
  const from = Math.floor((after + hours(it.TimeOffsetUtc)) / day)
  for (let n = from; n <= from + 7; n++) {
    const at = n * day + timeOfDay(it)
    // 1970-01-01 was a Thursday.
    if (at > after && isDaily(it, (n + 4) % 7)) return at
  }
  return undefined
}

function isDaily({ Kind, Days }: Standart['OptionsDaily'], weekday: number): boolean {
  switch (Kind) {
    case 'Everyday':
      return true
    case 'WeekDays':
      return weekday >= 1 && weekday <= 5
    case 'SelectedDays':
      return Days.some((name) => weekdays.indexOf(name) === weekday)
  }
}

function monthly({ OptionsMonthly: it }: Standart, after: Instant): Instant | undefined {
  const from = dateOf(after + hours(it.TimeOffsetUtc))
  const first = from.getUTCFullYear() * 12 + from.getUTCMonth()
  // Four years and more, for a 29th of February.
  for (let n = first; n <= first + 50; n++) {
    const month = months[n % 12]
    if (month === undefined || !it.Months.includes(month)) continue
    const date = dayMatching(Math.floor(n / 12), n % 12, it)
    if (date === undefined) continue
    const at = date * day + timeOfDay(it)
    if (at > after) return at
  }
  return undefined
}

function periodically({ OptionsPeriodically: it }: Standart, after: Instant): Instant | undefined {
  if (it.Kind === 'Continuously') return nextAllowedHour(it.Schedule, after + 1)
  const step = (it.Kind === 'Hours' ? hours(1) : minutes(1)) * Math.max(1, it.FullPeriod)
  // Counted from midnight, each day anew.
  const midnight = Math.floor(after / day) * day
  const at = Math.min(midnight + (Math.floor((after - midnight) / step) + 1) * step, midnight + day)
  const opens = opening(it.Schedule, after, at)
  if (opens !== undefined) return opens
  return hoursAllow(it.Schedule, at) ? at : nextAllowedHour(it.Schedule, at)
}

/** When hours that are shut out are over, in a time: a job starts at once then, whatever its period is (documented). */
function opening(allowed: HoursOfDays, after: Instant, until: Instant): Instant | undefined {
  const first = (Math.floor(after / hours(1)) + 1) * hours(1)
  for (let at = first; at <= until; at += hours(1))
    if (hoursAllow(allowed, at) && !hoursAllow(allowed, at - 1)) return at
  return undefined
}

const timeOfDay = (it: { readonly Time: Instant; readonly TimeOffsetUtc: number }): number =>
  (((it.Time % day) + day) % day) - hours(it.TimeOffsetUtc)
