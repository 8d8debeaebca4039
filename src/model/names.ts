import { dateOf, dayOf, fractionOf, timeOf, type Instant } from '../clock/instant.ts'
import type { Naming } from './resource.ts'

/** Which database the server keeps its world in; it shows in precision and names (recordings of both). */
export type Database = 'sqlserver' | 'postgresql'

/** The instant as the database would have stored it: SQL Server's `datetime` ends in 0, 3 or 7 milliseconds. */
export function stamp(instant: Instant, database: Database): Instant {
  if (database === 'postgresql') return Math.round(instant)
  return Math.round(Math.round((instant * 3) / 1e4) / 0.3) * 1e3
}

/** The Name of an entity, by its definition's naming. */
export function nameOf(row: object, naming: Naming, database: Database): string {
  const members = row as Readonly<Record<string, unknown>>
  switch (naming.by) {
    case 'name':
      // What has no key has no name either.
      return (members['Name'] as string | undefined) ?? ''
    case 'run':
      return `${members[naming.of] as string}@${runTime(members[naming.at] as Instant, database)}`
    case 'time':
      return pointTime(members[naming.at] as Instant, database)
  }
}

/** As the real server does: where a GUID is expected and there is nothing, or nobody (documented). */
export const noId = '00000000-0000-0000-0000-000000000000'

/** The id of a row whose key is its name: the name as paths and URNs may hold it. */
export const nameKey = (name: string): string => encodeURIComponent(name)

/** `2026-06-14 23:09:26`, and with PostgreSQL the fraction too. */
function runTime(instant: Instant, database: Database): string {
  const whole = `${dayOf(instant)} ${timeOf(instant)}`
  return database === 'sqlserver' ? whole : whole + fractionOf(instant)
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Feb 19 2025  3:33AM`, day and hour padded with blanks to two; with PostgreSQL as `runTime`. */
function pointTime(instant: Instant, database: Database): string {
  if (database === 'postgresql') return runTime(instant, database)
  const date = dateOf(instant)
  const pad = (n: number) => String(n).padStart(2, ' ')
  const hour = date.getUTCHours()
  const minute = String(date.getUTCMinutes()).padStart(2, '0')
  return `${months[date.getUTCMonth()] ?? ''} ${pad(date.getUTCDate())} ${date.getUTCFullYear()} ${pad(hour % 12 || 12)}:${minute}${hour < 12 ? 'AM' : 'PM'}`
}
