import type { EntityOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import {
  cloudFailoverPlan,
  cloudFailoverSession,
  cloudPublicIpAddress,
  cloudReplica,
  cloudSubtenant,
  cloudTenant,
  cloudVmReplicaPoint,
} from '../../resources/index.ts'
import { pointLink, refuseUnderWay } from './cloud-failover.ts'
import { quotasOf } from './cloud-tenant-grants.ts'
import type { Tenant } from './cloud-tenant-parts.ts'
import { tellPools, useRoom } from './cloud-tenants.ts'
import { tableOf } from '../core/table-of.ts'
import { without } from '../core/without.ts'
import type { Simulation } from '../core/simulation.ts'

/** Throws a 400 ApiError if a failover of the tenant is under way. */
export function refuseFailingOver(simulation: Simulation, { id }: Pick<Tenant, 'id'>): void {
  for (const plan of tableOf(simulation, cloudFailoverPlan).under('CloudTenant', id)) refuseUnderWay(simulation, plan)
}

/**
 * Takes a tenant out of the world, with all that cannot be without it: subtenants, replicas, plans for a failover. What it
 * was lent is free again; what it keeps in repositories stays there, unless its backups go too.
 */
export function removeTenant(simulation: Simulation, tenant: Tenant, withBackups: boolean): void {
  const { id } = tenant
  const plans = tableOf(simulation, cloudFailoverPlan)
  const subtenants = tableOf(simulation, cloudSubtenant)
  const addresses = tableOf(simulation, cloudPublicIpAddress)
  for (const plan of plans.under('CloudTenant', id)) plans.remove(plan.id)
  for (const subtenant of subtenants.under('CloudTenant', id)) subtenants.remove(subtenant.id)
  for (const replica of tableOf(simulation, cloudReplica).under('CloudTenant', id))
    removeReplica(simulation, replica.id)
  for (const { up, ...address } of addresses.under('CloudTenant', id))
    addresses.replace({ ...without(address, 'TenantUid'), up: without(up, 'CloudTenant') })
  if (withBackups)
    for (const { RepositoryQuota } of quotasOf(tenant))
      useRoom(simulation, RepositoryQuota.RepositoryUid, -RepositoryQuota.UsedQuota)
  tableOf(simulation, cloudTenant).remove(id)
  tellPools(simulation, { id })
}

/** A replica goes with its points, to which no task of a failover leads any more. */
function removeReplica(simulation: Simulation, id: string): void {
  const points = tableOf(simulation, cloudVmReplicaPoint)
  const gone = new Set<string>()
  for (const { id: point } of points.under('Replica', id)) {
    gone.add(pointLink({ id: point, name: '' }).Href)
    points.remove(point)
  }
  tableOf(simulation, cloudReplica).remove(id)
  const sessions = tableOf(simulation, cloudFailoverSession)
  for (const session of [...sessions])
    if (session.CloudFailoverTasks.some((task) => leadsTo(gone, task)))
      sessions.replace({
        ...session,
        CloudFailoverTasks: session.CloudFailoverTasks.map((task) =>
          leadsTo(gone, task) ? without(task, 'VmReplicaPointLink') : task,
        ),
      })
}

type Task = (EntityOf<typeof cloudFailoverSession> & Row)['CloudFailoverTasks'][number]

const leadsTo = (hrefs: ReadonlySet<string>, { VmReplicaPointLink: link }: Task): boolean =>
  link !== undefined && hrefs.has(link.Href)
