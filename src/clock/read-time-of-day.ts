import type { Duration } from './duration.ts'
import type { Instant } from './instant.ts'
import { readInstant } from './read-instant.ts'

/** A time of day as people write it in files: `22:00`. */
export const timeOfDayPattern = /^([01]\d|2[0-3]):[0-5]\d$/

const pattern = /^(?:(\d{4}-\d\d-\d\d)T)?(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/i

/**
 * Reads `22:00` or `22:00:00`, whose fraction does not count, as the time since midnight. Undefined for all else.
 * @param isDated a date may stand before it, whose time it then is, 1970-01-01 else; and a zone after it, which does not
 * count.
 */
export function readTimeOfDay(text: string, also: { readonly isDated: true }): Instant | undefined
export function readTimeOfDay(text: string): Duration | undefined
export function readTimeOfDay(text: string, { isDated = false } = {}): number | undefined {
  const [, date, time, seconds = ':00', zone] = pattern.exec(text.trim()) ?? []
  const isMore = date !== undefined || zone !== undefined
  if (time === undefined || (isMore && !isDated)) return undefined
  return readInstant(`${date ?? '1970-01-01'}T${time}${seconds}Z`)
}
