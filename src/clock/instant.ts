// Module clock: simulated time. The only module that may read the wall clock.

/** A moment of simulated time: whole microseconds since 1970-01-01T00:00:00Z, the precision of the finest database (decision 12). */
export type Instant = number & { readonly unit?: 'microseconds since 1970' }

/** What `Date` says of the same moment, to the millisecond. */
export const dateOf = (instant: Instant): Date => new Date(Math.floor(instant / 1000))

export const instantOf = (date: Date): Instant => date.getTime() * 1000

/** The fraction of a second as text: `.389954`, trimmed of trailing zeros, nothing when zero (recordings of EM 12 and 13). */
export function fractionOf(instant: Instant): string {
  const micros = ((instant % 1e6) + 1e6) % 1e6
  if (micros === 0) return ''
  const digits = `.${String(micros).padStart(6, '0')}`
  return micros % 10 === 0 ? digits.replace(/0+$/, '') : digits
}

const two = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))
let lastDay = NaN
let lastDayText = ''

/** `2025-08-14`. Days are remembered, since `toISOString` would be a quarter of what writing an entity costs. */
export function dayOf(instant: Instant): string {
  const day = Math.floor(instant / 86400e6)
  if (day !== lastDay) {
    lastDay = day
    lastDayText = new Date(day * 86400e3).toISOString().slice(0, 10)
  }
  return lastDayText
}

/** `12:31:30`, without the fraction. */
export function timeOf(instant: Instant): string {
  const second = Math.floor(instant / 1e6)
  const ofDay = second - Math.floor(second / 86400) * 86400
  return `${two[Math.floor(ofDay / 3600)] ?? ''}:${two[Math.floor(ofDay / 60) % 60] ?? ''}:${two[ofDay % 60] ?? ''}`
}

/** `2025-08-14T12:31:30.389954Z`. */
export const writeInstant = (instant: Instant): string => `${dayOf(instant)}T${timeOf(instant)}${fractionOf(instant)}Z`

/**
 * What `writeInstant` writes.
 * @param digits how many a fraction may have: people may write more than the six that count.
 */
export const instantPattern = (digits = 6): RegExp =>
  new RegExp(String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,${digits}})?Z$`)
