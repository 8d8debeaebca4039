import type { Instant } from './instant.ts'

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+\- ]\d\d:?\d\d)?)?$/i
const rfc1123 = /^([a-z]{3}), (\d{1,2}) ([a-z]{3}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC)$/i

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/**
 * Reads a moment in any of the forms that clients send: `2025-08-15T06:00:00Z`, without `Z` (UTC), the date alone
 * (midnight UTC), a blank for the `T`, without seconds, with a fraction (cut to microseconds), with an offset whose `+`
 * may have become a blank on its way, and RFC 1123. The same on every machine; nothing for what is no such date.
 */
export function readInstant(text: string): Instant | undefined {
  const trimmed = text.trim()
  return readIso(trimmed) ?? readRfc1123(trimmed)
}

/**
 * Where a story may begin: from 1970 to the end of 2199, so that all that is told of it is exact to the microsecond, and
 * has four figures in its year. Nothing for another moment, and for what is none.
 */
export function readSimulatedStart(text: string): Instant | undefined {
  const at = readInstant(text)
  return at !== undefined && at >= 0 && at < END ? at : undefined
}

const END = Date.UTC(2200, 0, 1) * 1e3

function readIso(text: string): Instant | undefined {
  const found = iso.exec(text)
  if (found === null) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = found
  const midnight = midnightOf(Number(year), Number(month), Number(day))
  const time = timeOf(Number(hour), Number(minute), Number(second))
  const offset = offsetOf(zone)
  if (midnight === undefined || time === undefined || offset === undefined) return undefined
  return (midnight + time - offset) * 1e6 + Number(fraction.slice(0, 6).padEnd(6, '0'))
}

function readRfc1123(text: string): Instant | undefined {
  const found = rfc1123.exec(text.toLowerCase())
  if (found === null) return undefined
  const [, weekday = '', day, month = '', year, hour, minute, second] = found
  const midnight = midnightOf(Number(year), months.indexOf(month) + 1, Number(day))
  const time = timeOf(Number(hour), Number(minute), Number(second))
  if (midnight === undefined || time === undefined) return undefined
  const isThatDay = weekdays[new Date(midnight * 1e3).getUTCDay()] === weekday
  return isThatDay ? (midnight + time) * 1e6 : undefined
}

/** Seconds since 1970; nothing for a date that the calendar lacks. */
function midnightOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.getTime() / 1e3 : undefined
}

/** Seconds since midnight. */
function timeOf(hour: number, minute: number, second: number): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return hour * 3600 + minute * 60 + second
}

/** Seconds ahead of UTC. */
function offsetOf(zone = 'Z'): number | undefined {
  if (zone.toUpperCase() === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  if (hours > 14 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60)
}
