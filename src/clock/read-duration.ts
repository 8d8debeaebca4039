import { days, hours, minutes, seconds, type Duration } from './duration.ts'

const number = String.raw`(\d+(?:[.,]\d+)?)`
const part = (unit: string) => `(?:${number}${unit})?`
const iso = new RegExp(`^P(?=.)${part('W')}${part('D')}(?:T(?=.)${part('H')}${part('M')}${part('S')})?$`, 'i')
const short = new RegExp(`^${number}([dhms])$`, 'i')
const units = [days(7), days(1), hours(1), minutes(1), seconds(1)] as const
const letters: Readonly<Record<string, Duration>> = { d: units[1], h: units[2], m: units[3], s: units[4] }

/**
 * Reads a length of time: `90s`, `15m`, `2h`, `31d`, or ISO 8601 in weeks, days, hours, minutes and seconds (`P31D`,
 * `PT1H30M`). Months and years have no one length. Undefined for all else.
 */
export function readDuration(text: string): Duration | undefined {
  const [, count, letter = ''] = short.exec(text) ?? []
  if (count !== undefined) return Math.round(valueOf(count) * (letters[letter.toLowerCase()] ?? 0))
  const counts = iso.exec(text)?.slice(1)
  const sum = counts?.reduce((sum, each, n) => sum + valueOf(each) * (units[n] ?? 0), 0)
  return sum === undefined ? undefined : Math.round(sum)
}

/** What a length of time is, and what is missing of a text that is none. */
export const sayDuration = (text: string): string =>
  /^\d+(?:[.,]\d+)?$/.test(text)
    ? `a length of time with its unit, such as ${text}s, ${text}m or PT${text}S`
    : 'a length of time such as 90s, 15m, 2h, 31d, PT2H or P31D, without months and years, which have no one length'

const valueOf = (count: string | undefined): number => Number((count ?? '0').replace(',', '.'))
