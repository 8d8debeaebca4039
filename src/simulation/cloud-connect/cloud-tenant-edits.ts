import { errors } from '../../model/api-error.ts'
import { stamp } from '../../model/names.ts'
import type { ValueOf } from '../../model/shape.ts'
import { megabyte } from '../../model/size.ts'
import { cloudHardwarePlan, cloudSubtenant, repository } from '../../resources/index.ts'
import { centersOf, havingCenters } from './cloud-tenant-centers.ts'
import {
  acceleratorOf,
  applianceWith,
  referredHere,
  refuseEmpty,
  refuseQuota,
  refuseTaken,
} from './cloud-tenant-checks.ts'
import {
  computesOf,
  havingComputes,
  havingQuotas,
  quotasOf,
  refusePlan,
  refuseReplicas,
  unusedOf,
} from './cloud-tenant-grants.ts'
import type { Center, Compute, Quota, Tenant } from './cloud-tenant-parts.ts'
import type { cloudTenantEdit } from './cloud-tenant-edit-spec.ts'
import { poolsOf, refuseFigures } from './cloud-tenants.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

type Edit = ValueOf<ReturnType<typeof cloudTenantEdit>>

/** The tenant after an edit. Throws a 400 ApiError for what cannot be; nothing has changed by it. */
export function editedTenant(simulation: Simulation, before: Tenant, body: Edit): Tenant {
  const { LeaseOptions, CloudGatewayPools, Resources, ComputeResources, VCloudComputeResources } = body
  const { Description, Enabled, MaxConcurrentTasks, BackupProtectionEnabled, BackupProtectionPeriod } = {
    ...before,
    ...body,
  }
  let tenant: Tenant = {
    ...before,
    Description,
    Enabled,
    MaxConcurrentTasks,
    BackupProtectionEnabled,
    BackupProtectionPeriod,
    LeaseOptions: leaseAfter(simulation, before.LeaseOptions, LeaseOptions),
    ...(CloudGatewayPools !== undefined && {
      related: {
        ...before.related,
        CloudGatewayPool: poolsOf(simulation, before, CloudGatewayPools.CloudGatewayPoolUid),
      },
    }),
  }
  refuseFigures(tenant)
  for (const each of Resources?.CloudTenantResource ?? []) tenant = withEditedQuota(simulation, tenant, each)
  for (const each of ComputeResources?.CloudTenantComputeResource ?? [])
    tenant = withEditedPlan(simulation, tenant, each)
  for (const each of VCloudComputeResources?.CloudTenantVCloudComputeResource ?? [])
    tenant = withEditedCenter(simulation, tenant, each)
  return tenant
}

type Lease = Tenant['LeaseOptions']

function leaseAfter(simulation: Simulation, before: Lease, given: Edit['LeaseOptions'] = {}): Lease {
  const { ExpirationDate: date = before.ExpirationDate } = given
  const { Enabled = before.Enabled || given.ExpirationDate !== undefined } = given
  if (!Enabled) return { Enabled }
  if (date === undefined) throw errors.badRequest('LeaseOptions are enabled; expected an ExpirationDate.')
  return { Enabled, ExpirationDate: stamp(date, simulation.database) }
}

type ItemOf<T> = NonNullable<T> extends readonly (infer I)[] ? I : never
type EditedQuota = ItemOf<NonNullable<Edit['Resources']>['CloudTenantResource']>
type EditedPlan = ItemOf<NonNullable<Edit['ComputeResources']>['CloudTenantComputeResource']>
type EditedCenter = ItemOf<NonNullable<Edit['VCloudComputeResources']>['CloudTenantVCloudComputeResource']>

/** What the tenant holds by that Id. Throws a 400 ApiError if it is not there: what is new has a POST of its own. */
function heldAs<H extends { readonly Id: string }>(held: readonly H[], id: string, what: string): H {
  const found = held.find((it) => it.Id === id.toLowerCase())
  if (found !== undefined) return found
  throw errors.badRequest(
    `Found ${what} with the Id "${id.slice(0, 100)}"; expected one of ${held.map((it) => it.Id).join(', ') || 'none'}.`,
  )
}

const replaced = <H extends { readonly Id: string }>(held: readonly H[], by: H): readonly H[] =>
  held.map((it) => (it.Id === by.Id ? by : it))

function withEditedQuota(simulation: Simulation, tenant: Tenant, given: EditedQuota): Tenant {
  const held = quotasOf(tenant)
  const resource = heldAs(held, given.Id, 'a CloudTenantResource')
  const { WanAcceleratorUid: accelerator, ...before } = resource.RepositoryQuota
  const { RepositoryQuota = {} } = given
  const { DisplayName = before.DisplayName, Quota: mb = before.Quota } = RepositoryQuota
  const { WanAcceleratorUid = accelerator, RepositoryUid = before.RepositoryUid } = RepositoryQuota
  const others = held.filter((it) => it !== resource)
  refuseEmpty(DisplayName, 'DisplayName')
  refuseTaken(
    DisplayName,
    others.map((it) => it.RepositoryQuota.DisplayName),
    'a cloud repository of the tenant called',
  )
  if (mb !== before.Quota) refuseQuota(mb, DisplayName)
  if (mb < before.UsedQuota)
    throw errors.badRequest(`Found a quota of ${mb} MB for "${DisplayName}", where ${before.UsedQuota} MB are used.`)
  const sharers = tableOf(simulation, cloudSubtenant).under('CloudTenant', tenant.id)
  const sharer = sharers.find((it) => it.BackupResourceId === resource.Id && !it.Unlimited && it.Quota > mb)
  if (sharer !== undefined)
    throw errors.badRequest(
      `Found a quota of ${mb} MB for "${DisplayName}", of which the subtenant "${sharer.Name}" has ${sharer.Quota} MB.`,
    )
  refuseMove(simulation, tenant, before, RepositoryUid)
  const after: Quota = {
    ...resource,
    RepositoryQuota: {
      ...before,
      DisplayName,
      RepositoryUid,
      ...acceleratorOf(simulation, tenant, WanAcceleratorUid),
      Quota: mb,
    },
  }
  return havingQuotas(tenant, replaced(held, after))
}

/** Moves what is kept, unless either repository is a scale-out one (em_rest put_tenants_id) or there is no room for it. */
function refuseMove(
  simulation: Simulation,
  tenant: Tenant,
  { DisplayName, RepositoryUid, UsedQuota }: Quota['RepositoryQuota'],
  to: string,
): void {
  if (to === RepositoryUid) return
  const target = referredHere(simulation, repository, to, tenant)
  const source = tableOf(simulation, repository).get(RepositoryUid)
  if (target.Kind === 'Extendable' || source?.Kind === 'Extendable')
    throw errors.badRequest(
      `"${DisplayName}" cannot be moved to "${target.Name}": one of the two is a scale-out backup repository.`,
    )
  if (target.FreeSpace >= 0 && target.FreeSpace < UsedQuota * megabyte)
    throw errors.badRequest(`"${target.Name}" has no room for the ${UsedQuota} MB of "${DisplayName}".`)
}

function withEditedPlan(simulation: Simulation, tenant: Tenant, given: EditedPlan): Tenant {
  const held = computesOf(tenant)
  const before = heldAs(held, given.Id, 'a CloudTenantComputeResource')
  const { CloudHardwarePlanUid: planUid = before.CloudHardwarePlanUid } = given
  const common = commonAfter(simulation, tenant, before, given)
  if (planUid === before.CloudHardwarePlanUid)
    return havingComputes(tenant, replaced(held, { ...common, ComputeResourceStats: before.ComputeResourceStats }))
  const plan = referredHere(simulation, cloudHardwarePlan, planUid, tenant)
  refuseReplicas(tenant, before)
  refusePlan(
    tenant,
    plan,
    held.filter((it) => it !== before),
  )
  const after: Compute = {
    ...common,
    CloudHardwarePlanUid: plan.id,
    PlatformType: plan.Platform,
    ComputeResourceStats: { ...before.ComputeResourceStats, StorageResourceStats: unusedOf(plan) },
  }
  return havingComputes(tenant, replaced(held, after))
}

const withEditedCenter = (simulation: Simulation, tenant: Tenant, given: EditedCenter) => {
  const held = centersOf(tenant)
  const before = heldAs(held, given.Id, 'a CloudTenantVCloudComputeResource')
  return havingCenters(tenant, replaced(held, commonAfter(simulation, tenant, before, given)))
}

/** What hardware plans and data centers have in common: an accelerator, and whether a network appliance is used. */
function commonAfter<H extends Compute | Center>(
  simulation: Simulation,
  tenant: Tenant,
  before: H,
  given: EditedPlan | EditedCenter,
): H {
  const { UseNetworkFailoverResources = before.UseNetworkFailoverResources } = given
  const { WanAcceleratorUid: accelerator, NetworkAppliance: appliance, ...rest } = before
  return {
    ...rest,
    UseNetworkFailoverResources,
    ...acceleratorOf(simulation, tenant, given.WanAcceleratorUid ?? accelerator),
    ...applianceWith(tenant, UseNetworkFailoverResources, given.NetworkAppliance, appliance),
  } as H
}
