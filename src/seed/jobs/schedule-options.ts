import type { Instant } from '../../clock/instant.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { job } from '../../resources/index.ts'
import { scenarioTimeOfDay } from '../scenario/time-of-day.ts'
import type { JobSpec } from '#seed-data'

type ScheduleOptions = EntityOf<typeof job>['JobScheduleOptions']
type Standart = NonNullable<ScheduleOptions['Standart']>

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const // prettier-ignore

const allHours = weekdays.map((Name) => ({ Name, Value: Array(24).fill('1').join(',') }))

/** A story's schedule as the options that EM shows on a job, complete. All times are UTC. */
export function scheduleOptions(spec: JobSpec, previousJob: string | undefined): ScheduleOptions {
  if (spec.type === 'ImmediateBackupCopy')
    return { ImmediateCopyMode: { OptionsContinuous: { Schedule: allHours, Enabled: false } } }
  return { Standart: standart(spec, previousJob) }
}

/** Whether the story says when the job runs. */
export const isScheduled = (spec: JobSpec): boolean =>
  spec.type === 'ImmediateBackupCopy' ||
  [spec.daily, spec.every, spec.monthly, spec.after].some((it) => it !== undefined)

function standart(spec: JobSpec, previousJob: string | undefined): Standart {
  const retries = spec.retries ?? 3
  return {
    RetryOptions: { RetryTimes: retries, RetryTimeout: 10, RetrySpecified: retries > 0 },
    WaitForBackupCompletion: true,
    BackupCompetitionWaitingPeriodMin: 180,
    OptionsDaily: {
      ...daysOf(spec),
      Time: someDay + scenarioTimeOfDay(spec.daily ?? '22:00'),
      TimeOffsetUtc: 0,
      Enabled: spec.daily !== undefined,
    },
    OptionsMonthly: {
      Time: someDay + scenarioTimeOfDay(spec.monthly?.at ?? '22:00'),
      TimeOffsetUtc: 0,
      DayNumberInMonth: spec.monthly?.week ?? 'Fourth',
      DayOfWeek: spec.monthly?.day ?? 'Saturday',
      Months: months,
      DayOfMonth: 1,
      Enabled: spec.monthly !== undefined,
    },
    OptionsPeriodically: {
      Kind: spec.every?.endsWith('m') === true ? 'Minutes' : 'Hours',
      FullPeriod: Number.parseInt(spec.every ?? '1', 10),
      Schedule: allHours,
      Enabled: spec.every !== undefined,
    },
    OptionsContinuous: { Schedule: allHours, Enabled: false },
    OptionsBackupWindow: { TimePeriods: allHours, Enabled: false },
    OptionsDaisyChaining: {
      PreviousJobUid: previousJob === undefined ? '' : `urn:veeam:Job:${previousJob}`,
      Enabled: previousJob !== undefined,
    },
  }
}

function daysOf({ on }: JobSpec): Pick<Standart['OptionsDaily'], 'Kind' | 'Days'> {
  if (on === undefined) return { Kind: 'Everyday', Days: weekdays }
  if (on === 'weekdays') return { Kind: 'WeekDays', Days: weekdays.slice(1, 6) }
  return { Kind: 'SelectedDays', Days: on }
}

/** 2025-01-01, which means nothing: EM shows a date with a time of day too. */
const someDay: Instant = 20_089 * 86_400e6
