import {
  attribute,
  content,
  enumeration,
  inJson,
  list,
  numeric,
  onlyJson,
  optional,
  repeated,
  struct,
  text,
  timeOfDay,
  boolean,
} from '../../model/shape.ts'
import { months, weekdays } from './calendar-shape.ts'

/** Twenty-four flags for the hours of a named day: `<Day Name="Sunday">1,1,…</Day>`. */
export const hoursOfDays = () =>
  list('Day', struct({ Name: attribute(enumeration(...weekdays)), Value: content(text()) }))

const continuous = () => struct({ Schedule: hoursOfDays(), Enabled: attribute(boolean()) })

/** When a job runs (em_rest put_jobs_id_actionedit, example documents of Job). */
export const scheduleOptionsShape = () => struct({ ...schedules(), Links: onlyJson(null), Href: onlyJson('') })

/** As the real server does: within a NAS job all three of a resource's own members are there, and null (recorded on 10). */
export const nasScheduleOptions = () =>
  struct({
    ...schedules(),
    Links: onlyJson(null),
    Href: onlyJson(null),
    Type: onlyJson(null),
  })

/** `Standart` is the real server's spelling. */
const schedules = () => ({
  Standart: optional(
    struct({
      RetryOptions: struct({
        RetryTimes: numeric(),
        RetryTimeout: numeric(),
        RetrySpecified: inJson('RetrySpecified1', boolean()),
      }),
      WaitForBackupCompletion: boolean(),
      BackupCompetitionWaitingPeriodMin: numeric(),
      OptionsDaily: struct({
        Kind: enumeration('Everyday', 'WeekDays', 'SelectedDays'),
        Days: repeated(enumeration(...weekdays)),
        Time: timeOfDay(),
        TimeOffsetUtc: numeric(),
        Enabled: attribute(boolean()),
      }),
      OptionsMonthly: struct({
        Time: timeOfDay(),
        TimeOffsetUtc: numeric(),
        DayNumberInMonth: enumeration('First', 'Second', 'Third', 'Fourth', 'Last', 'OnDay'),
        DayOfWeek: enumeration(...weekdays),
        Months: repeated(enumeration(...months)),
        DayOfMonth: numeric(),
        Enabled: attribute(boolean()),
      }),
      OptionsPeriodically: struct({
        Kind: enumeration('Hours', 'Minutes', 'Continuously'),
        FullPeriod: numeric(),
        Schedule: hoursOfDays(),
        Enabled: attribute(boolean()),
      }),
      OptionsContinuous: continuous(),
      OptionsBackupWindow: struct({ TimePeriods: hoursOfDays(), Enabled: attribute(boolean()) }),
      OptionsDaisyChaining: struct({ PreviousJobUid: text(), Enabled: attribute(boolean()) }),
    }),
  ),
  ImmediateCopyMode: optional(struct({ OptionsContinuous: continuous() })),
})
