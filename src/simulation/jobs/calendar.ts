import { days } from '../../clock/duration.ts'
import { instantOf } from '../../clock/instant.ts'
import { weekdays } from '../../resources/jobs/calendar-shape.ts'

export type WeekdayName = (typeof weekdays)[number]
const ordinals = ['First', 'Second', 'Third', 'Fourth'] as const

/** `Fourth Saturday`, `Last Friday`, `OnDay 31`. */
export interface DayOfMonth {
  readonly DayNumberInMonth: (typeof ordinals)[number] | 'Last' | 'OnDay'
  readonly DayOfWeek: WeekdayName
  readonly DayOfMonth: number
}

/** The day that fits in a month (0 to 11), counted from 1970-01-01; nothing if the month has none. */
export function dayMatching(year: number, month: number, which: DayOfMonth): number | undefined {
  const first = dayNumber(year, month)
  const length = dayNumber(year, month + 1) - first
  const { DayNumberInMonth: nth } = which
  if (nth === 'OnDay') return which.DayOfMonth <= length ? first + which.DayOfMonth - 1 : undefined
  const earliest = (weekdays.indexOf(which.DayOfWeek) - (first + 4) + 7e6) % 7
  const weeks = nth === 'Last' ? Math.floor((length - 1 - earliest) / 7) : ordinals.indexOf(nth)
  return first + earliest + 7 * weeks
}

const dayNumber = (year: number, month: number): number => instantOf(new Date(Date.UTC(year, month, 1))) / days(1)
