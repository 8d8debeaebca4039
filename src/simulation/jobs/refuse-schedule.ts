import { errors } from '../../model/api-error.ts'
import type { MachineJob } from './job-change.ts'
import type { ScheduleOptions } from './job-model.ts'
import { followed } from './schedule.ts'
import type { HoursOfDays } from './hours.ts'
import { scheduleOf } from './plan.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

type Standart = NonNullable<ScheduleOptions['Standart']>
type Part<T> = { readonly [K in keyof T]?: Partial<T[K]> }

/** What an edit says of a schedule. */
export interface GivenSchedule {
  readonly Standart?: Part<Standart>
  readonly ImmediateCopyMode?: Part<NonNullable<ScheduleOptions['ImmediateCopyMode']>>
}

/**
 * Throws a 400 ApiError for options of a schedule that cannot be (em_rest put_jobs_id_actionedit has their limits).
 * @param row the job as it would be.
 * @param given what is said of its schedule: only that is looked at.
 */
export function refuseSchedule(simulation: Simulation, row: MachineJob, given: GivenSchedule): void {
  const after = row.JobScheduleOptions.Standart
  const { Standart = {}, ImmediateCopyMode = {} } = given
  const { RetryOptions = {}, OptionsMonthly = {}, OptionsDaily = {} } = Standart
  whole('RetryTimes', RetryOptions.RetryTimes, 0, 999)
  whole('RetryTimeout', RetryOptions.RetryTimeout, 0, 999)
  whole('DayOfMonth', OptionsMonthly.DayOfMonth, 1, 31)
  for (const { TimeOffsetUtc } of [OptionsDaily, OptionsMonthly])
    if (TimeOffsetUtc !== undefined && Math.abs(TimeOffsetUtc) > 14)
      throw errors.badRequest(`Found TimeOffsetUtc ${TimeOffsetUtc}; expected hours from -14 to 14.`)
  if (Standart.OptionsPeriodically !== undefined && after !== undefined) refusePeriod(after.OptionsPeriodically)
  refuseHours(Standart.OptionsPeriodically?.Schedule)
  refuseHours(Standart.OptionsContinuous?.Schedule)
  refuseHours(Standart.OptionsBackupWindow?.TimePeriods)
  refuseHours(ImmediateCopyMode.OptionsContinuous?.Schedule)
  if (Standart.OptionsDaisyChaining !== undefined) refuseChain(simulation, row)
}

const most = { Hours: 24, Minutes: 60 } as const

function refusePeriod({ Kind, FullPeriod }: Standart['OptionsPeriodically']): void {
  if (Kind !== 'Continuously') whole(`FullPeriod of ${Kind}`, FullPeriod, 1, most[Kind])
}

function whole(name: string, found: number | undefined, from: number, to: number): void {
  if (found === undefined || (Number.isInteger(found) && found >= from && found <= to)) return
  throw errors.badRequest(`Found ${name} ${found}; expected a whole number from ${from} to ${to}.`)
}

function refuseHours(days: HoursOfDays = []): void {
  const named = new Set<string>()
  for (const { Name, Value } of days) {
    if (!/^\s*[01]\s*(,\s*[01]\s*){23}$/.test(Value))
      throw errors.badRequest(
        `Found the hours "${Value.slice(0, 100)}" for ${Name}; expected 24 flags, 0 or 1, with commas between them.`,
      )
    if (named.has(Name)) throw errors.badRequest(`${Name} stands there twice.`)
    named.add(Name)
  }
}

/** A job follows another of its server, but not itself, by whatever way. */
function refuseChain(simulation: Simulation, { id, up, Name, JobScheduleOptions }: MachineJob): void {
  let before = followed(JobScheduleOptions)?.toLowerCase()
  const first = before
  for (let steps = 0; before !== undefined && steps <= simulation.state(jobState).jobs.size; steps++) {
    if (before === id) throw errors.badRequest(`Job "${Name}" would come after itself.`)
    const job = simulation.state(jobState).jobs.get(before)
    if (before === first && job?.up.BackupServer !== up.BackupServer)
      throw errors.badRequest(
        `Found PreviousJobUid "${first.slice(0, 100)}"; expected the UID of a job on the backup server of "${Name}".`,
      )
    const options = job && scheduleOf(simulation, job)?.JobScheduleOptions
    before = options && followed(options)?.toLowerCase()
  }
}
