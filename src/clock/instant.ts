// Room clock: what time it is. Opens no door; the only room that may read the wall clock.

/** A moment of story time: whole microseconds since 1970-01-01T00:00:00Z, the precision of the finest database (decision 12). */
export type Instant = number & { readonly unit?: 'microseconds since 1970' }

/** What `Date` says of the same moment, to the millisecond. */
export const dateOf = (instant: Instant): Date => new Date(Math.floor(instant / 1000))

export const instantOf = (date: Date): Instant => date.getTime() * 1000

/** The fraction of a second as text: `.389954`, trimmed of trailing zeros, nothing when zero (recordings of EM 12 and 13). */
export function fractionOf(instant: Instant): string {
  const micros = ((instant % 1e6) + 1e6) % 1e6
  if (micros === 0) return ''
  return `.${String(micros).padStart(6, '0').replace(/0+$/, '')}`
}

/** `2025-08-14T12:31:30.389954Z`. */
export function writeInstant(instant: Instant): string {
  return `${dateOf(instant).toISOString().slice(0, 19)}${fractionOf(instant)}Z`
}
