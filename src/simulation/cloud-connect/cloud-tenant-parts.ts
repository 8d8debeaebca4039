import { instantOf } from '../../clock/instant.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import type { cloudTenant } from '../../resources/index.ts'

export type Tenant = EntityOf<typeof cloudTenant> & Row
export type Quota = NonNullable<Tenant['Resources']['CloudTenantResource']>[number]
export type Compute = NonNullable<Tenant['ComputeResources']['CloudTenantComputeResource']>[number]
export type Center = NonNullable<
  NonNullable<Tenant['VCloudComputeResources']>['CloudTenantVCloudComputeResource']
>[number]
export type Appliance = NonNullable<Compute['NetworkAppliance']>

/** As the real server does: who never came did well in the year where SQL Server's calendar begins (recorded on 9.5 U4). */
export const neverCame = {
  LastResult: 'Success',
  LastActive: instantOf(new Date('1753-01-01T00:00:00Z')),
} as const

/** What a tenant may keep in a repository, as the tenant holds it. */
export const quotaOf = (tenant: string, Id: string, RepositoryQuota: Quota['RepositoryQuota']): Quota => ({
  RepositoryQuota,
  Id,
  Href: `/cloud/tenants/${tenant}/resources/${Id}`,
  Type: 'CloudTenantResource',
})

/** A hardware plan that a tenant is subscribed to. */
export const computeOf = (tenant: string, Id: string, given: Omit<Compute, 'Id' | 'Href' | 'Type'>): Compute => ({
  ...given,
  Id,
  Href: `/cloud/tenants/${tenant}/computeResources/${Id}`,
  Type: 'CloudTenantComputeResource',
})

/** A data center of Cloud Director that a tenant may use. */
export const centerOf = (
  tenant: string,
  Id: string,
  given: Pick<
    Center,
    | 'VirtualDataCenterName'
    | 'VirtualDataCenterRef'
    | 'UseNetworkFailoverResources'
    | 'ResourceUsage'
    | 'WanAcceleratorUid'
    | 'NetworkAppliance'
  >,
): Center => ({
  ...given,
  Enabled: true,
  AllocationModel: 'AllocationPool',
  Id,
  Href: `/cloud/tenants/${tenant}/vcloudcomputeresources/${Id}`,
  Type: 'CloudTenantVCloudComputeResource',
})

/** The network appliance of a tenant of that name, where nothing is said of it. */
export const applianceOf = (tenant: string): Appliance => ({
  Name: `Cloud Appliance ${tenant}`,
  ProductionNetwork: 'VM Network',
  ObtainIPAddressAutomatically: true,
  ViDistributedSwitchUuid: '',
  ProductionNetworkUnderDvs: false,
})

/** Who a tenant is: of an organization of Cloud Director, of a domain, or by itself. */
export function tenantTypeOf(
  name: string,
  of: {
    readonly organization?: string | undefined
    readonly domain?: string | undefined
    readonly port?: number | undefined
  },
): Tenant['TenantType'] {
  const { organization, domain, port = 389 } = of
  if (organization !== undefined) return { vCloudTenant: { OrganizationName: name, OrganizationRef: organization } }
  if (domain !== undefined) return { ADTenantType: { Domain: { DomainName: domain, Port: port }, Account: name } }
  return { StandaloneTenant: { TenantCredentials: { Username: name } } }
}
