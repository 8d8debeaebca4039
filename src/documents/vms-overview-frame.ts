import type { Instant } from '../clock/instant.ts'
import { numeric, text } from '../model/shape.ts'
import {
  backupFile,
  backupTaskSession,
  replicaTaskSession,
  vmReplicaPoint,
  vmRestorePoint,
} from '../resources/index.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from '../wire/answer.ts'
import { describeFrame, frame, reportPage } from './frame.ts'
import { latestResults } from './machine-work.ts'
import { periodStart, rowsSince, typedTable } from './recent.ts'

export const vmsOverviewRoot = frame('VmsOverviewReportFrame', {
  ProtectedVms: numeric(),
  BackedUpVms: numeric(),
  ReplicatedVms: numeric(),
  RestorePoints: numeric(),
  FullBackupPointsSize: numeric(),
  IncrementalBackupPointsSize: numeric(),
  ReplicaRestorePointsSize: numeric(),
  SourceVmsSize: numeric(),
  SuccessBackupPercents: numeric(),
  ProtectedVmsReportLink: text(),
})

/** `GET /api/reports/summary/vms_overview` */
export function vmsOverviewFrame(store: Store, now: Instant): Answer {
  const since = periodStart(now)
  const points = rowsSince(store, vmRestorePoint, 'CreationTimeUTC', since)
  const replicaPoints = rowsSince(store, vmReplicaPoint, 'CreationTimeUTC', since)
  const backedUp = machinesOf(points)
  const replicated = machinesOf(replicaPoints)
  const machines = new Set([...backedUp, ...replicated])
  const files = [...new Set(points.map(({ up }) => up.BackupFile))].flatMap(
    (id) => typedTable(store, backupFile).get(id ?? '') ?? [],
  )
  const sizeOf = (isFull: boolean) =>
    sum(
      files.filter(({ FileType }) => (FileType === 'vbk') === isFull),
      'BackupSize',
    )
  const sources = new Map(
    [
      ...rowsSince(store, replicaTaskSession, 'EndTimeUTC', since).filter(({ up }) => up.VmReplicaPoint !== undefined),
      ...rowsSince(store, backupTaskSession, 'EndTimeUTC', since).filter(({ up }) => up.VmRestorePoint !== undefined),
    ].flatMap((task) => (machines.has(task.VmUid) ? [[task.VmUid, task] as const] : [])),
  )
  return describeFrame(vmsOverviewRoot, {
    ProtectedVms: machines.size,
    BackedUpVms: backedUp.size,
    ReplicatedVms: replicated.size,
    RestorePoints: points.length + replicaPoints.length,
    FullBackupPointsSize: sizeOf(true),
    IncrementalBackupPointsSize: sizeOf(false),
    ReplicaRestorePointsSize: sum(replicaPoints, 'BackupSize'),
    SourceVmsSize: sum([...sources.values()], 'TotalSize'),
    SuccessBackupPercents: percentUnfailed(machines, latestResults(store, since)),
    ProtectedVmsReportLink: reportPage('8a56d84f-1790-4f54-ab20-2e0bfdefa16b'),
  })
}

const machinesOf = (points: readonly { readonly HierarchyObjRef: string }[]): ReadonlySet<string> =>
  new Set(points.map(({ HierarchyObjRef }) => HierarchyObjRef))

const sum = <M extends string>(rows: readonly Readonly<Record<M, number>>[], member: M): number =>
  rows.reduce((total, row) => total + row[member], 0)

/** How many of a hundred machines did not fail last; all of none. */
function percentUnfailed(machines: ReadonlySet<string>, results: ReadonlyMap<string, string>): number {
  const failed = [...machines].filter((machine) => results.get(machine) === 'Failed').length
  return machines.size === 0 ? 100 : Math.floor((100 * (machines.size - failed)) / machines.size)
}
