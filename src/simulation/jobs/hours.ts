import { days, hours } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { type WeekdayName } from './calendar.ts'
import { weekdays } from '../../resources/jobs/calendar-shape.ts'

/** Twenty-four flags, `1,1,0,…`, for each named day; a day that is not named is allowed. */
export type HoursOfDays = readonly { readonly Name: WeekdayName; readonly Value: string }[]

/** Whether the hour of the instant has its flag. */
export function hoursAllow(hoursOfDays: HoursOfDays, at: Instant): boolean {
  const weekday = weekdays[(Math.floor(at / days(1)) + 4) % 7]
  const flags = hoursOfDays.find(({ Name }) => Name === weekday)?.Value
  if (flags === undefined) return true
  const hour = Math.floor((at % days(1)) / hours(1))
  return flags.split(',')[hour]?.trim() !== '0'
}

/** The instant if its hour has its flag, or else the start of the next hour that has; nothing if none in the week has. */
export function nextAllowedHour(hoursOfDays: HoursOfDays, from: Instant): Instant | undefined {
  if (hoursAllow(hoursOfDays, from)) return from
  const first = (Math.floor(from / hours(1)) + 1) * hours(1)
  for (let n = 0; n <= 168; n++) {
    if (hoursAllow(hoursOfDays, first + hours(n))) return first + hours(n)
  }
  return undefined
}
