import { idOf } from '../../random/ids.ts'
import { errors } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row, ValueOf } from '../../model/shape.ts'
import type { cloudHardwarePlanEdit } from '../../resources/cloud-connect/cloud-hardware-plan-create-spec.ts'
import { cloudTenant, hierarchyRoot, vlanConfiguration, type cloudHardwarePlan } from '../../resources/index.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

export type Plan = EntityOf<typeof cloudHardwarePlan> & Row
type Details = Plan['HardwarePlanDetails']
type Given = NonNullable<ValueOf<ReturnType<typeof cloudHardwarePlanEdit>>['HardwarePlanDetails']>
/** Details in a body; an edit may leave anything out. */
export interface GivenDetails {
  readonly ViCloudHardwarePlan?: Partial<NonNullable<Given['ViCloudHardwarePlan']>>
  readonly HvCloudHardwarePlan?: Partial<NonNullable<Given['HvCloudHardwarePlan']>>
}

/** A place for replicas, whatever the platform calls it. */
interface Storage {
  readonly FriendlyName: string
  readonly QuotaGb: number
  readonly Id: string
}

/** The tenants who have the plan. */
export const subscribersOf = (simulation: Simulation, plan: string) =>
  [...tableOf(simulation, cloudTenant)].filter((it) => it.related?.['CloudHardwarePlan']?.includes(plan))

export const platformOf = (details: GivenDetails): Plan['Platform'] =>
  details.ViCloudHardwarePlan === undefined ? 'HyperV' : 'VMware'

/** A plan's details with what is given of them: what is left out stays, storage is replaced as a whole. */
export function detailsWith({ chance }: Simulation, plan: string, given: GivenDetails, before: Details = {}): Details {
  const named = <S extends { readonly FriendlyName: string; readonly Id?: string }>(it: S) => ({
    ...it,
    Id: it.Id ?? idOf(chance.seed, 'Storage', plan, it.FriendlyName),
  })
  const none = { CountWithInternet: 0, CountWithoutInternet: 0 }
  const { ViCloudHardwarePlan: vi, HvCloudHardwarePlan: hv } = given
  const { ViCloudHardwarePlan: viBefore, HvCloudHardwarePlan: hvBefore } = before
  // As the real server does: the networks have the id of their plan (documented).
  const Id = plan
  if (vi !== undefined)
    return {
      ViCloudHardwarePlan: {
        HypervisorHostRef: vi.HypervisorHostRef ?? viBefore?.HypervisorHostRef ?? '',
        ParentType: vi.ParentType ?? viBefore?.ParentType ?? 'HostSystem',
        ParentName: vi.ParentName ?? viBefore?.ParentName ?? '',
        Datastores:
          vi.Datastores?.map((it) => ({
            DatastoreType: 'Datastore',
            ...named(it),
            RootPath: it.RootPath ?? '',
          })) ??
          viBefore?.Datastores ??
          [],
        Network: { ...none, ...viBefore?.Network, ...vi.Network, Id },
      },
    }
  return {
    HvCloudHardwarePlan: {
      HypervisorHostRef: hv?.HypervisorHostRef ?? hvBefore?.HypervisorHostRef ?? '',
      Volumes: hv?.Volumes?.map(named) ?? hvBefore?.Volumes ?? [],
      Network: { ...none, ...hvBefore?.Network, ...hv?.Network, Id },
    },
  }
}

/** The storage of a plan of either platform. */
export const storageOf = ({ ViCloudHardwarePlan, HvCloudHardwarePlan }: Details): readonly Storage[] =>
  ViCloudHardwarePlan?.Datastores ?? HvCloudHardwarePlan?.Volumes ?? []

/** How many networks a plan gives each who has it, and the host that they are on. */
export function networksOf({ HardwarePlanDetails }: Plan) {
  const { ViCloudHardwarePlan, HvCloudHardwarePlan } = HardwarePlanDetails
  const { HypervisorHostRef = '', Network } = ViCloudHardwarePlan ?? HvCloudHardwarePlan ?? {}
  return {
    host: HypervisorHostRef,
    withInternet: Network?.CountWithInternet ?? 0,
    withoutInternet: Network?.CountWithoutInternet ?? 0,
  }
}

/** Throws a 400 ApiError for a plan that could not be: a reference that leads nowhere, a limit or a quota of nothing. */
export function refuseUnfitPlan(simulation: Simulation, plan: Plan): void {
  for (const member of ['ProcessorUsageLimitMhz', 'MemoryUsageLimitMb'] as const) {
    const limit = plan[member]
    if (limit !== undefined && (!Number.isInteger(limit) || limit < 1))
      throw errors.badRequest(`${member} is ${limit}; expected more than 0, or -1 for no limit.`)
  }
  const storage = storageOf(plan.HardwarePlanDetails)
  if (storage.length === 0) throw errors.badRequest('The hardware plan has no storage; expected one or more.')
  for (const { FriendlyName, QuotaGb } of storage) {
    if (!Number.isInteger(QuotaGb) || QuotaGb < 1)
      throw errors.badRequest(`QuotaGb of "${FriendlyName}" is ${QuotaGb}; expected 1 or more.`)
    if (storage.filter((it) => it.FriendlyName === FriendlyName).length > 1)
      throw errors.badRequest(`There is more than one storage "${FriendlyName}".`)
  }
  const { host, withInternet, withoutInternet } = networksOf(plan)
  for (const count of [withInternet, withoutInternet])
    if (!Number.isInteger(count) || count < 0) throw errors.badRequest(`A hardware plan cannot have ${count} networks.`)
  refuseStray(simulation, plan, host, 'Host')
  for (const { Reference } of plan.HardwarePlanDetails.ViCloudHardwarePlan?.Datastores ?? [])
    refuseStray(simulation, plan, Reference, 'Datastore|StoragePod')
}

/** Throws a 400 ApiError for a reference to what is in no hierarchy of the plan's server. */
function refuseStray(simulation: Simulation, { up, Platform }: Plan, reference: string, type: string): void {
  const server = up.BackupServer ?? ''
  const [, root = ''] = new RegExp(`^urn:${Platform}:(?:${type}):([\\da-f-]{36})(?:\\.|$)`, 'i').exec(reference) ?? []
  const isThere =
    tableOf(simulation, hierarchyRoot).get(root)?.up.BackupServer === server ||
    // A provider's hosts are in hierarchies of which no job knows.
    tableOf(simulation, vlanConfiguration)
      .under('BackupServer', server)
      .some(({ HostRef }) => HostRef.includes(root.toLowerCase()))
  if (root === '' || !isThere)
    throw errors.badRequest(
      `Found the reference "${reference}"; expected urn:${Platform}:${type.split('|')[0] ?? ''}:<the id of a hierarchy root of the backup server>.<what is in it>.`,
    )
}

type Tenant = EntityOf<typeof cloudTenant> & Row
type Compute = NonNullable<Tenant['ComputeResources']['CloudTenantComputeResource']>[number]
type Stats = Compute['ComputeResourceStats']['StorageResourceStats']

/**
 * What the subscribers of a plan have of its storage after an edit, as their rows.
 * Throws a 400 ApiError if one of them keeps more in a storage than would be left of it.
 */
export function subscribersAfter(simulation: Simulation, before: Plan, plan: Plan): readonly Tenant[] {
  const after = (stats: Stats, tenant: string): Stats => {
    const now = storageOf(plan.HardwarePlanDetails)
    const used = new Map<string, number>()
    for (const { FriendlyName, Id } of storageOf(before.HardwarePlanDetails)) {
      const usage = stats.find((it) => it.StorageName === FriendlyName)?.StorageUsageGb ?? 0
      const { QuotaGb = 0 } = now.find((it) => it.Id === Id) ?? {}
      if (usage > QuotaGb)
        throw errors.badRequest(
          `The tenant "${tenant}" keeps ${usage} GB in "${FriendlyName}"; ${QuotaGb} GB would be left of it.`,
        )
      used.set(Id, usage)
    }
    return now.map(({ FriendlyName, Id, QuotaGb }) => ({
      StorageName: FriendlyName,
      StorageUsageGb: used.get(Id) ?? 0,
      StorageLimitGb: QuotaGb,
    }))
  }
  const changed = (held: Compute, tenant: string): Compute =>
    held.CloudHardwarePlanUid !== plan.id
      ? held
      : {
          ...held,
          ComputeResourceStats: {
            ...held.ComputeResourceStats,
            StorageResourceStats: after(held.ComputeResourceStats.StorageResourceStats, tenant),
          },
        }
  return subscribersOf(simulation, plan.id).map((tenant) => {
    const held = tenant.ComputeResources.CloudTenantComputeResource ?? []
    return {
      ...tenant,
      ComputeResources: {
        CloudTenantComputeResource: held.map((each) => changed(each, tenant.Name)),
      },
    }
  })
}
