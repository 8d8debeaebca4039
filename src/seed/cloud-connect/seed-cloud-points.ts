import type { TenantSpec } from '#seed-data'
import { idOf } from '../../random/ids.ts'
import { days, hours, minutes } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { nameOf, stamp } from '../../model/names.ts'
import { cloudVmReplicaPoint } from '../../resources/index.ts'

/** A machine's point in a replica. */
export interface CloudPoint {
  readonly id: string
  readonly name: string
  readonly at: Instant
}

/** How many nights are kept. */
const NIGHTS = 7

/**
 * Adds the points of a tenant's machines: one a night, but for nights that were missed, up to when the tenant was last
 * there. Oldest first, by machine.
 */
export function seedCloudPoints(
  simulation: Simulation,
  { replica, server }: { readonly replica: string; readonly server: string },
  { replicas = [], activeHoursAgo }: TenantSpec,
  now: Instant,
): ReadonlyMap<string, readonly CloudPoint[]> {
  const { chance, database } = simulation
  const points = new Map<string, CloudPoint[]>()
  if (activeHoursAgo === undefined) return points
  const last = now - hours(activeHoursAgo)
  const length = minutes(PACE * (replicas.length + 1))
  const begin = hours(chance.of(replica, 'begin').number(20, 28))
  const today = Math.floor((last - length - begin) / days(1)) * days(1)
  for (let night = today - days(NIGHTS - 1); night <= today; night += days(1))
    for (const [n, VmDisplayName] of replicas.entries()) {
      const draw = chance.of(replica, VmDisplayName, String(night))
      const since = night + begin + minutes(PACE * n + draw.number(0, PACE))
      if (draw.chance(0.08)) continue
      const CreationTimeUTC = stamp(since, database)
      const id = idOf(chance.seed, 'CloudVmReplicaPoint', replica, VmDisplayName, String(night))
      tableOf(simulation, cloudVmReplicaPoint).add({
        id,
        up: { BackupServer: server, Replica: replica },
        CreationTimeUTC,
        PointType: 'Snapshot',
        State: 'Ready',
        VmDisplayName,
      })
      const name = nameOf({ VmDisplayName, CreationTimeUTC }, cloudVmReplicaPoint.naming, database)
      points.set(VmDisplayName, [...(points.get(VmDisplayName) ?? []), { id, name, at: since }])
    }
  return points
}

/** Minutes from one machine to the next. */
const PACE = 7
