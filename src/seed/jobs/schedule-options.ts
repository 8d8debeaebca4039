import { hours, minutes } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { job } from '../../resources/index.ts'
import type { JobStory } from '#seed-data'

type ScheduleOptions = EntityOf<typeof job>['JobScheduleOptions']
type Standart = NonNullable<ScheduleOptions['Standart']>

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const // prettier-ignore
const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const // prettier-ignore

const allHours = weekdays.map((Name) => ({ Name, Value: Array(24).fill('1').join(',') }))

/** A story's schedule as the options that EM shows on a job, complete. All times are UTC. */
export function scheduleOptions(story: JobStory, previousJob: string | undefined): ScheduleOptions {
  if (story.type === 'ImmediateBackupCopy')
    return { ImmediateCopyMode: { OptionsContinuous: { Schedule: allHours, Enabled: false } } }
  return { Standart: standart(story, previousJob) }
}

/** Whether the story says when the job runs. */
export const isScheduled = (story: JobStory): boolean =>
  story.type === 'ImmediateBackupCopy' ||
  [story.daily, story.every, story.monthly, story.after].some((it) => it !== undefined)

function standart(story: JobStory, previousJob: string | undefined): Standart {
  const retries = story.retries ?? 3
  return {
    RetryOptions: { RetryTimes: retries, RetryTimeout: 10, RetrySpecified: retries > 0 },
    WaitForBackupCompletion: true,
    BackupCompetitionWaitingPeriodMin: 180,
    OptionsDaily: {
      ...daysOf(story),
      Time: timeOfDay(story.daily ?? '22:00'),
      TimeOffsetUtc: 0,
      Enabled: story.daily !== undefined,
    },
    OptionsMonthly: {
      Time: timeOfDay(story.monthly?.at ?? '22:00'),
      TimeOffsetUtc: 0,
      DayNumberInMonth: story.monthly?.week ?? 'Fourth',
      DayOfWeek: story.monthly?.day ?? 'Saturday',
      Months: months,
      DayOfMonth: 1,
      Enabled: story.monthly !== undefined,
    },
    OptionsPeriodically: {
      Kind: story.every?.endsWith('m') === true ? 'Minutes' : 'Hours',
      FullPeriod: Number.parseInt(story.every ?? '1', 10),
      Schedule: allHours,
      Enabled: story.every !== undefined,
    },
    OptionsContinuous: { Schedule: allHours, Enabled: false },
    OptionsBackupWindow: { TimePeriods: allHours, Enabled: false },
    OptionsDaisyChaining: {
      PreviousJobUid: previousJob === undefined ? '' : `urn:veeam:Job:${previousJob}`,
      Enabled: previousJob !== undefined,
    },
  }
}

function daysOf({ on }: JobStory): Pick<Standart['OptionsDaily'], 'Kind' | 'Days'> {
  if (on === undefined) return { Kind: 'Everyday', Days: weekdays }
  if (on === 'weekdays') return { Kind: 'WeekDays', Days: weekdays.slice(1, 6) }
  return { Kind: 'SelectedDays', Days: on }
}

/** `22:00` on a day that means nothing: EM shows a date there too. */
function timeOfDay(text: string): Instant {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return someDay + hours(hour) + minutes(minute)
}

// 2025-01-01.
const someDay: Instant = 20_089 * 86_400e6
