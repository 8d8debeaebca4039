import { idOf } from '../../random/ids.ts'
import { vAppReplicaPoint, vAppRestorePoint } from '../../resources/index.ts'
import type { Kept } from './job-model.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

interface Made {
  readonly kept: Kept
  readonly up: { readonly BackupServer: string; readonly RestorePoint: string }
  readonly algorithm: 'Full' | 'SyntheticFull' | 'Incremental'
}

/** Adds the point of the vApp that a machine is in, with the first machine of it that a restore point has. */
export function keepVApp(simulation: Simulation, { kept, up, algorithm }: Made): void {
  const { vApp } = kept.object
  if (vApp === undefined) return
  const { BackupServer, RestorePoint } = up
  const id = idOf(simulation.chance.seed, 'VAppRestorePoint', RestorePoint, vApp.uid)
  const vApps = tableOf(simulation, vAppRestorePoint)
  if (vApps.get(id) !== undefined) return
  vApps.add({
    id,
    up: { BackupServer, RestorePoint },
    CreationTimeUTC: kept.since,
    Algorithm: algorithm,
    PointType: algorithm === 'Incremental' ? 'Increment' : 'Full',
    HierarchyObjRef: vApp.uid,
    VAppDisplayName: vApp.name,
  })
}

/** Takes the vApps of a restore point out of the world. */
export function dropVApps(simulation: Simulation, restorePoint: string): void {
  const vApps = tableOf(simulation, vAppRestorePoint)
  for (const { id } of vApps.under('RestorePoint', restorePoint)) vApps.remove(id)
}

interface Replicated {
  readonly session: string
  readonly kept: Kept
  /** The machine's own point. */
  readonly point: string
  readonly up: { readonly BackupServer: string; readonly Replica: string }
  readonly isFirst: boolean
}

/** Adds a machine's replica point to that of the vApp it is in, which one run makes together. */
export function keepVAppReplica(simulation: Simulation, made: Replicated): void {
  const { vApp } = made.kept.object
  if (vApp === undefined) return
  const id = idOf(simulation.chance.seed, 'VAppReplicaPoint', made.session, vApp.uid)
  const vApps = tableOf(simulation, vAppReplicaPoint)
  const row = vApps.get(id)
  if (row !== undefined) {
    const VmReplicaPoint = [...(row.related?.['VmReplicaPoint'] ?? []), made.point]
    vApps.replace({ ...row, related: { VmReplicaPoint } })
    return
  }
  vApps.add({
    id,
    up: made.up,
    related: { VmReplicaPoint: [made.point] },
    CreationTimeUTC: made.kept.since,
    VAppName: vApp.name,
    Algorithm: made.isFirst ? 'Full' : 'Incremental',
    PointType: 'Snapshot',
    VAppDisplayName: vApp.name,
  })
}

/** Takes a machine's replica point out of its vApp's, and that with the last of them. */
export function dropFromVApp(simulation: Simulation, point: string): void {
  const vApps = tableOf(simulation, vAppReplicaPoint)
  for (const row of vApps) {
    const machines = row.related?.['VmReplicaPoint'] ?? []
    if (!machines.includes(point)) continue
    const VmReplicaPoint = machines.filter((id) => id !== point)
    if (VmReplicaPoint.length === 0) vApps.remove(row.id)
    else vApps.replace({ ...row, related: { VmReplicaPoint } })
    return
  }
}
