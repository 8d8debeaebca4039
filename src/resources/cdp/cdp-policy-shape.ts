import { attribute, numeric, onlyJson, struct, boolean, type Row, type ValueOf } from '../../model/shape.ts'
import { guestProcessingShape, objectsInJob } from '../jobs/job-info-shape.ts'
import { hoursOfDays } from '../jobs/schedule-options-shape.ts'

/** Hours of the week that something is for. */
const hours = () => struct({ TimePeriods: hoursOfDays(), Enabled: attribute(boolean()) })

/** How far behind a replica may be before it is said so. */
const threshold = () => struct({ Enabled: boolean(), RPOThresholdSeconds: numeric(), RPOThresholdMinutes: numeric() })

/** How often a policy replicates, and how long it keeps what it has (example document of CdpPolicy). */
export const cdpScheduleOptionsShape = () =>
  struct({
    CdpReplica: struct({
      RecoveryPointObjectiveSeconds: numeric(),
      RecoveryPointObjectiveMinutes: numeric(),
      RPOSchedule: hours(),
      RPOReporting: struct({ MarkAsWarning: threshold(), MarkAsFailed: threshold() }),
      ShortTermRetentionMinutes: numeric(),
      ShortTermRetentionHours: numeric(),
      LongTermRetentionHours: numeric(),
      LongTermRetentionKeepDays: numeric(),
      LongTermRetentionSchedule: hours(),
    }),
    Links: onlyJson(null),
    Href: onlyJson(''),
  })

/** What a policy protects. */
export const cdpPolicyInfoShape = () =>
  struct({
    CdpReplicaPolicyInfo: struct({
      Includes: objectsInJob(),
      GuestProcessingOptions: guestProcessingShape(),
    }),
  })

export type CdpPolicyRow = Row & {
  readonly CdpPolicyInfo: ValueOf<ReturnType<typeof cdpPolicyInfoShape>>
}
