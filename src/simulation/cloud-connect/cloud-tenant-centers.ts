import { errors } from '../../model/api-error.ts'
import type { ValueOf } from '../../model/shape.ts'
import type { cloudTenantVCloudComputeResourceCreateSpec } from '../../resources/cloud-connect/create-cloud-tenant-spec.ts'
import { cloudTenant, hierarchyRoot } from '../../resources/index.ts'
import { acceleratorOf, applianceWith } from './cloud-tenant-checks.ts'
import { centerOf, type Center, type Tenant } from './cloud-tenant-parts.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

// The data centers of a tenant that is an organization of Cloud Director, and the organization itself.

export const centersOf = ({ VCloudComputeResources }: Tenant): readonly Center[] =>
  VCloudComputeResources?.CloudTenantVCloudComputeResource ?? []

/** With these data centers alone. */
export const havingCenters = (tenant: Tenant, held: readonly Center[]): Tenant => ({
  ...tenant,
  VCloudComputeResources: held.length === 0 ? {} : { CloudTenantVCloudComputeResource: held },
})

const center = /^urn:vCloud:OrgVdc:([\da-f-]{36})\.urn:vcloud:vdc:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i
const organization =
  /^urn:vCloud:Organization:([\da-f-]{36})\.urn:vcloud:org:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The data center has the id of the reference (example document), which one tenant alone may have. */
export function withCenter(
  simulation: Simulation,
  tenant: Tenant,
  {
    VirtualDataCenterRef,
    UseNetworkFailoverResources = false,
    NetworkAppliance,
    WanAcceleratorUid,
  }: ValueOf<ReturnType<typeof cloudTenantVCloudComputeResourceCreateSpec>>,
): Tenant {
  if (tenant.TenantKind !== 'vCD')
    throw errors.badRequest(`"${tenant.Name}" is no organization of Cloud Director: data centers are for those alone.`)
  const held = centersOf(tenant)
  const [, root = '', given = ''] = center.exec(VirtualDataCenterRef.trim()) ?? []
  const id = given.toLowerCase()
  const own = organization.exec(tenant.OrganizationReference ?? '')?.[1]
  if (id === '' || root.toLowerCase() !== own?.toLowerCase())
    throw errors.badRequest(
      `Found the reference "${VirtualDataCenterRef.slice(0, 200)}"; expected urn:vCloud:OrgVdc:${own ?? ''}.urn:vcloud:vdc:<id>.`,
    )
  const users = [...[...tableOf(simulation, cloudTenant)].filter((it) => it.id !== tenant.id), tenant]
  const user = users.find((it) => centersOf(it).some(({ Id }) => Id === id))
  if (user !== undefined) throw errors.badRequest(`"${user.Name}" has the data center ${id} already.`)
  const more = held.length === 0 ? '' : String(held.length + 1)
  const made = centerOf(tenant.id, id, {
    VirtualDataCenterName: `${tenant.Name}-vdc${more}`,
    VirtualDataCenterRef: VirtualDataCenterRef.trim(),
    UseNetworkFailoverResources,
    ResourceUsage: { CpuUsageMhz: 0, MemoryUsageMb: 0, StorageUsageGb: 0 },
    ...acceleratorOf(simulation, tenant, WanAcceleratorUid),
    ...applianceWith(tenant, UseNetworkFailoverResources, NetworkAppliance),
  })
  return havingCenters(tenant, [...held, made])
}

/** Takes a data center away, unless there are replicas in it. */
export function withoutCenter(tenant: Tenant, id: string): Tenant {
  const gone = centersOf(tenant).find((it) => it.Id === id)
  if (gone !== undefined && gone.ResourceUsage.MemoryUsageMb > 0)
    throw errors.badRequest(`"${gone.VirtualDataCenterName}" is in use: "${tenant.Name}" has replicas in it.`)
  return havingCenters(
    tenant,
    centersOf(tenant).filter((it) => it.Id !== id),
  )
}

/** The organization of a reference that a client makes itself, which no other tenant may have. */
export function organizationOf(simulation: Simulation, tenant: Pick<Tenant, 'id' | 'up'>, given = ''): string {
  const reference = given.trim()
  const others = [...tableOf(simulation, cloudTenant)].filter((it) => it.id !== tenant.id)
  const root = organization.exec(reference)?.[1]?.toLowerCase()
  const isThere =
    root !== undefined &&
    (tableOf(simulation, hierarchyRoot).get(root)?.up.BackupServer === tenant.up.BackupServer ||
      // A provider's Cloud Director is in no hierarchy that a job knows.
      others.some(
        ({ up, OrganizationReference = '' }) =>
          up.BackupServer === tenant.up.BackupServer && OrganizationReference.includes(root),
      ))
  if (!isThere)
    throw errors.badRequest(
      `Found the OrganizationRef "${given.slice(0, 200)}"; expected urn:vCloud:Organization:<a Cloud Director of the backup server>.urn:vcloud:org:<id>.`,
    )
  const taken = others.find((it) => it.OrganizationReference?.toLowerCase() === reference.toLowerCase())
  if (taken !== undefined) throw errors.badRequest(`The organization is the tenant "${taken.Name}" already.`)
  return reference
}
