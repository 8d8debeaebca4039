import { errors } from '../../model/api-error.ts'
import type { ValueOf } from '../../model/shape.ts'
import type {
  cloudTenantComputeResourceCreateSpec,
  createCloudTenantResourceSpec,
} from '../../resources/cloud-connect/create-cloud-tenant-spec.ts'
import {
  cloudHardwarePlan,
  cloudSubtenant,
  cloudTenantComputeResource,
  cloudTenantResource,
  repository,
} from '../../resources/index.ts'
import {
  acceleratorOf,
  applianceWith,
  referredHere,
  refuseEmpty,
  refuseQuota,
  refuseTaken,
} from './cloud-tenant-checks.ts'
import { computeOf, quotaOf, type Compute, type Quota, type Tenant } from './cloud-tenant-parts.ts'
import { freshId } from '../core/fresh-id.ts'
import { storageOf, type Plan } from './hardware-plan.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

// What a tenant is given and what is taken from it: each takes a tenant's row and returns it as it is then, and throws a
// 400 ApiError for what cannot be.

export const quotasOf = ({ Resources }: Tenant): readonly Quota[] => Resources.CloudTenantResource ?? []
export const computesOf = ({ ComputeResources }: Tenant): readonly Compute[] =>
  ComputeResources.CloudTenantComputeResource ?? []

/** With these quotas alone; an empty list is none, as the real server has it. */
export const havingQuotas = (tenant: Tenant, held: readonly Quota[]): Tenant => ({
  ...tenant,
  Resources: held.length === 0 ? {} : { CloudTenantResource: held },
})

/** With these hardware plans alone; the plans know their tenants by it. */
export const havingComputes = (tenant: Tenant, held: readonly Compute[]): Tenant => ({
  ...tenant,
  related: {
    ...tenant.related,
    CloudHardwarePlan: held.map(({ CloudHardwarePlanUid }) => CloudHardwarePlanUid),
  },
  ComputeResources: held.length === 0 ? {} : { CloudTenantComputeResource: held },
})

export function withQuota(
  simulation: Simulation,
  tenant: Tenant,
  { Name, RepositoryUid, QuotaMb, WanAcceleratorUid }: ValueOf<ReturnType<typeof createCloudTenantResourceSpec>>,
): Tenant {
  const held = quotasOf(tenant)
  const names = held.map(({ RepositoryQuota }) => RepositoryQuota.DisplayName)
  refuseEmpty(Name, 'The name of the cloud repository')
  refuseTaken(Name, names, 'a cloud repository of the tenant called')
  refuseQuota(QuotaMb, Name)
  const quota = {
    DisplayName: Name,
    RepositoryUid: referredHere(simulation, repository, RepositoryUid, tenant).id,
    ...acceleratorOf(simulation, tenant, WanAcceleratorUid),
    Quota: QuotaMb,
    UsedQuota: 0,
  }
  const id = freshId(simulation, cloudTenantResource, tenant.id, Name)
  return havingQuotas(tenant, [...held, quotaOf(tenant.id, id, quota)])
}

/** Takes a quota away, unless something is kept in it or a subtenant has a share. */
export function withoutQuota(simulation: Simulation, tenant: Tenant, id: string): Tenant {
  const gone = quotasOf(tenant).find((it) => it.Id === id)
  const { DisplayName = '', UsedQuota = 0 } = gone?.RepositoryQuota ?? {}
  if (UsedQuota > 0)
    throw errors.badRequest(
      `Cloud repository "${DisplayName}" is in use: "${tenant.Name}" keeps ${UsedQuota} MB there.`,
    )
  const sharers = tableOf(simulation, cloudSubtenant).under('CloudTenant', tenant.id)
  const sharer = sharers.find(({ RepositoryQuota }) => RepositoryQuota.TenantResourceId === id)
  if (sharer !== undefined)
    throw errors.badRequest(`Cloud repository "${DisplayName}" is in use by the subtenant "${sharer.Name}".`)
  return havingQuotas(
    tenant,
    quotasOf(tenant).filter((it) => it.Id !== id),
  )
}

export function withPlan(
  simulation: Simulation,
  tenant: Tenant,
  {
    CloudHardwarePlanUid,
    WanAcceleratorUid,
    PlatformType,
    UseNetworkFailoverResources = false,
    NetworkAppliance,
  }: ValueOf<ReturnType<typeof cloudTenantComputeResourceCreateSpec>>,
): Tenant {
  if (tenant.TenantKind !== 'Standalone')
    throw errors.badRequest(`"${tenant.Name}" is no standalone tenant: hardware plans are for those alone.`)
  const plan = referredHere(simulation, cloudHardwarePlan, CloudHardwarePlanUid, tenant)
  const held = computesOf(tenant)
  if (PlatformType !== undefined && plan.Platform !== PlatformType)
    throw errors.badRequest(
      `Hardware plan "${plan.Name}" is for ${plan.Platform}; found the PlatformType ${PlatformType}.`,
    )
  refusePlan(tenant, plan, held)
  const Id = freshId(simulation, cloudTenantComputeResource, tenant.id, plan.Name)
  const made = computeOf(tenant.id, Id, {
    CloudHardwarePlanUid: plan.id,
    ...acceleratorOf(simulation, tenant, WanAcceleratorUid),
    PlatformType: plan.Platform,
    UseNetworkFailoverResources,
    ...applianceWith(tenant, UseNetworkFailoverResources, NetworkAppliance),
    ComputeResourceStats: { MemoryUsageMb: 0, CPUCount: 0, StorageResourceStats: unusedOf(plan) },
  })
  return havingComputes(tenant, [...held, made])
}

/** A plan once, and all of one platform (em_rest put_tenants_id). @param others what the tenant has beside it. */
export function refusePlan(
  { Name: tenant }: Pick<Tenant, 'Name'>,
  { id, Name, Platform }: Pick<Plan, 'id' | 'Name' | 'Platform'>,
  others: readonly Compute[],
): void {
  if (others.some((it) => it.CloudHardwarePlanUid === id))
    throw errors.badRequest(`"${tenant}" is subscribed to the hardware plan "${Name}" already.`)
  const [other] = others
  if (other !== undefined && other.PlatformType !== Platform)
    throw errors.badRequest(`"${tenant}" has hardware plans for ${other.PlatformType}; "${Name}" is for ${Platform}.`)
}

/** The storage that a plan gives who is new to it. */
export const unusedOf = ({ HardwarePlanDetails }: Pick<Plan, 'HardwarePlanDetails'>) =>
  storageOf(HardwarePlanDetails).map(({ FriendlyName, QuotaGb }) => ({
    StorageName: FriendlyName,
    StorageUsageGb: 0,
    StorageLimitGb: QuotaGb,
  }))

/** Ends a subscription, unless there are replicas on it. */
export function withoutPlan(tenant: Tenant, id: string): Tenant {
  const gone = computesOf(tenant).find((it) => it.Id === id)
  if (gone !== undefined) refuseReplicas(tenant, gone)
  return havingComputes(
    tenant,
    computesOf(tenant).filter((it) => it.Id !== id),
  )
}

export function refuseReplicas({ Name }: Tenant, { ComputeResourceStats }: Compute): void {
  if (ComputeResourceStats.CPUCount > 0)
    throw errors.badRequest(`The hardware plan is in use: "${Name}" has replicas on it.`)
}
