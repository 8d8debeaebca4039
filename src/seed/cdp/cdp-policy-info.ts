import type { EntityOf } from '../../model/resource.ts'
import type { cdpPolicy } from '../../resources/index.ts'

type Policy = EntityOf<typeof cdpPolicy>
type PolicyInfo = Policy['CdpPolicyInfo']['CdpReplicaPolicyInfo']
type Threshold = Policy['PolicyScheduleOptions']['CdpReplica']['RPOReporting']['MarkAsFailed']

/** What a policy protects: a machine, or a vApp. */
export interface Protected {
  readonly id: string
  readonly name: string
  /** As objects in jobs call it: `urn:VMware:Vm:<root>.vm-62228`. */
  readonly uid: string
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
/** As the real server does: an hour's mark is 1 for replicating, 2 for keeping (documented). */
const everyHour = (mark: 1 | 2) => ({
  TimePeriods: weekdays.map((Name) => ({ Name, Value: Array(24).fill(mark).join(',') })),
  Enabled: true,
})
const threshold = (minutes: number): Threshold => ({
  Enabled: true,
  RPOThresholdSeconds: 0,
  RPOThresholdMinutes: minutes,
})

/** How often a policy replicates, complete. @param seconds how old the newest recovery point may be. */
export const cdpScheduleOptions = (seconds: number): Policy['PolicyScheduleOptions'] => ({
  CdpReplica: {
    RecoveryPointObjectiveSeconds: seconds % 60,
    RecoveryPointObjectiveMinutes: Math.floor(seconds / 60),
    RPOSchedule: everyHour(1),
    RPOReporting: { MarkAsWarning: threshold(2), MarkAsFailed: threshold(10) },
    ShortTermRetentionMinutes: 0,
    ShortTermRetentionHours: 4,
    LongTermRetentionHours: 8,
    LongTermRetentionKeepDays: 7,
    LongTermRetentionSchedule: everyHour(2),
  },
})

const guestProcessing = (VssSnapshotMode: 'Disabled' | 'RequireSuccess'): PolicyInfo['GuestProcessingOptions'] => ({
  VssSnapshotOptions: { VssSnapshotMode, IsCopyOnly: true },
  WindowsCredentialsId: '',
  LinuxCredentialsId: '',
})

/** What a policy protects, as its row says it. */
export const cdpPolicyInfo = (policy: string, objects: readonly Protected[]): Policy['CdpPolicyInfo'] => ({
  CdpReplicaPolicyInfo: {
    Includes: objects.map(({ id, name, uid }) => ({
      ObjectInJobId: id,
      HierarchyObjRef: uid,
      Name: name,
      DisplayName: name,
      GuestProcessingOptions: guestProcessing('RequireSuccess'),
      Href: `/cdpPolicies/${policy}/includes/${id}`,
      Type: 'ObjectInJob',
    })),
    GuestProcessingOptions: guestProcessing('Disabled'),
  },
})
