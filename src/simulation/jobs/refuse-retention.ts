import { errors } from '../../model/api-error.ts'
import { months } from '../../resources/jobs/calendar-shape.ts'

/** What an edit says of how long restore points are kept. */
export interface GivenRetention {
  readonly SimpleRetentionPolicy?: Partial<Record<'RetainCycles' | 'RetainDaysToKeep', number>>
  readonly GfsRetentionPolicy?: Partial<
    Record<'Weekly' | 'Monthly' | 'Yearly', Period & { readonly SelectedMonth?: string }>
  >
}
interface Period {
  readonly RetentionPeriod?: number
}

/** Throws a 400 ApiError for a retention that keeps nothing, and for a month that is none. */
export function refuseRetention(given: GivenRetention): void {
  const { SimpleRetentionPolicy = {}, GfsRetentionPolicy = {} } = given
  refuseNone('RetainCycles', SimpleRetentionPolicy.RetainCycles)
  refuseNone('RetainDaysToKeep', SimpleRetentionPolicy.RetainDaysToKeep)
  const { Weekly, Monthly, Yearly } = GfsRetentionPolicy
  for (const period of [Weekly, Monthly, Yearly]) refuseNone('RetentionPeriod', period?.RetentionPeriod)
  const month = Yearly?.SelectedMonth
  if (month !== undefined && !months.some((it) => it === month))
    throw errors.badRequest(`Found SelectedMonth "${month.slice(0, 100)}"; expected one of ${months.join(', ')}.`)
}

function refuseNone(name: string, found: number | undefined): void {
  if (found === undefined || (Number.isInteger(found) && found >= 1 && found <= 999)) return
  throw errors.badRequest(`Found ${name} ${found}; expected a whole number from 1 to 999.`)
}
