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
import type { World } from '../core/simulation.ts'

/** Throws a 400 refusal if a failover of the tenant is under way. */
export function refuseFailingOver(world: World, { id }: Pick<Tenant, 'id'>): void {
  for (const plan of tableOf(world, cloudFailoverPlan).under('CloudTenant', id))
    refuseUnderWay(world, plan)
}

/**
 * Takes a tenant out of the world, with all that cannot be without it: subtenants, replicas, plans for a failover. What it
 * was lent is free again; what it keeps in repositories stays there, unless its backups go too.
 */
export function removeTenant(world: World, tenant: Tenant, withBackups: boolean): void {
  const { id } = tenant
  const plans = tableOf(world, cloudFailoverPlan)
  const subtenants = tableOf(world, cloudSubtenant)
  const addresses = tableOf(world, cloudPublicIpAddress)
  for (const plan of plans.under('CloudTenant', id)) plans.remove(plan.id)
  for (const subtenant of subtenants.under('CloudTenant', id)) subtenants.remove(subtenant.id)
  for (const replica of tableOf(world, cloudReplica).under('CloudTenant', id))
    removeReplica(world, replica.id)
  for (const { up, ...address } of addresses.under('CloudTenant', id))
    addresses.replace({ ...without(address, 'TenantUid'), up: without(up, 'CloudTenant') })
  if (withBackups)
    for (const { RepositoryQuota } of quotasOf(tenant))
      useRoom(world, RepositoryQuota.RepositoryUid, -RepositoryQuota.UsedQuota)
  tableOf(world, cloudTenant).remove(id)
  tellPools(world, { id })
}

/** A replica goes with its points, to which no task of a failover leads any more. */
function removeReplica(world: World, id: string): void {
  const points = tableOf(world, cloudVmReplicaPoint)
  const gone = new Set<string>()
  for (const { id: point } of points.under('Replica', id)) {
    gone.add(pointLink({ id: point, name: '' }).Href)
    points.remove(point)
  }
  tableOf(world, cloudReplica).remove(id)
  const sessions = tableOf(world, cloudFailoverSession)
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
