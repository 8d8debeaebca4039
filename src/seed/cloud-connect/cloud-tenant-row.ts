import type { CloudSpec, QuotaSpec, TenantSpec } from '#seed-data'
import { days, hours } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { idOf } from '../../random/ids.ts'
import {
  applianceOf,
  centerOf,
  computeOf,
  neverCame,
  quotaOf,
  tenantTypeOf,
  type Compute,
  type Tenant,
} from '../../simulation/cloud-connect/cloud-tenant-parts.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { stamp } from '../../model/names.ts'
import { wanAccelerator } from '../../resources/index.ts'
import { gatewayPoolId, hardwarePlanId, tenantId } from './cloud-ids.ts'
import { rootId } from '../infrastructure/objects.ts'

export const quotaId = (seed: number, tenant: string, { name }: QuotaSpec): string =>
  idOf(seed, 'CloudTenantResource', tenant, name)

/** A tenant, from its story. @param server the id of its backup server. */
export function tenantRow(
  simulation: Simulation,
  server: string,
  spec: TenantSpec,
  cloud: CloudSpec,
  now: Instant,
): Tenant {
  const { chance, database } = simulation
  const { seed } = chance
  const id = tenantId(seed, server, spec.name)
  const plans = spec.domain === undefined ? (spec.hardwarePlans ?? []) : []
  const { vms = 0, servers = 0, workstations = 0 } = spec.machines ?? {}
  const organization =
    spec.organization === undefined ? undefined : organizationRef(simulation, server, spec.organization)
  return {
    id,
    up: { BackupServer: server },
    related: {
      CloudGatewayPool: (spec.gatewayPools ?? []).map((it) => gatewayPoolId(seed, server, it)),
      CloudHardwarePlan: plans.map((it) => hardwarePlanId(seed, server, it)),
    },
    Description: spec.description ?? '',
    Enabled: spec.isDisabled !== true,
    LeaseOptions: leaseOf(spec, now),
    Resources: quotasOf(simulation, server, id, spec),
    LastResult: spec.lastResult ?? neverCame.LastResult,
    LastActive:
      spec.activeHoursAgo === undefined ? neverCame.LastActive : stamp(now - hours(spec.activeHoursAgo), database),
    ComputeResources: plansOf(simulation, server, id, plans, spec, cloud),
    ThrottlingEnabled: spec.throttleMBps !== undefined,
    ThrottlingSpeedLimit: spec.throttleMBps ?? 1,
    ThrottlingSpeedUnit: 'MBps',
    PublicIpCount: (cloud.publicIpAddresses ?? []).filter(({ tenant }) => tenant === spec.name).length,
    BackupCount: vms,
    ReplicaCount: (spec.replicas ?? []).length,
    MaxConcurrentTasks: spec.maxTasks ?? 1,
    WorkStationBackupCount: workstations,
    ServerBackupCount: servers,
    BackupProtectionEnabled: spec.protectionDays !== undefined,
    BackupProtectionPeriod: spec.protectionDays ?? 1,
    TenantType: tenantTypeOf(spec.organization ?? spec.name, {
      organization,
      domain: spec.domain,
    }),
    ...(organization !== undefined && {
      VCloudComputeResources: centersOf(simulation, server, id, spec),
      OrganizationReference: organization,
    }),
    Name: spec.name,
    TenantKind: organization !== undefined ? 'vCD' : spec.domain ? 'ActiveDirectory' : 'Standalone',
    FreeLicenseCounters: countersOf(simulation, id, spec),
  }
}

function leaseOf({ leaseDays }: TenantSpec, now: Instant): Tenant['LeaseOptions'] {
  if (leaseDays === undefined) return { Enabled: false }
  // A lease ends at midnight.
  const day = days(1)
  return { Enabled: true, ExpirationDate: Math.floor(now / day + leaseDays) * day }
}

/** Where a tenant that replicates may use a WAN accelerator: at the far side of the slow line. */
const acceleratorOf = (simulation: Simulation, server: string): string | undefined =>
  [...tableOf(simulation, wanAccelerator)].findLast(({ up }) => up.BackupServer === server)?.id

function quotasOf(
  simulation: Simulation,
  server: string,
  tenant: string,
  { quotas = [], replicas = [] }: TenantSpec,
): Tenant['Resources'] {
  const { seed } = simulation.chance
  const accelerator = replicas.length > 0 ? acceleratorOf(simulation, server) : undefined
  if (quotas.length === 0) return {}
  return {
    CloudTenantResource: quotas.map((quota, n) => {
      const Id = quotaId(seed, tenant, quota)
      return quotaOf(tenant, Id, {
        DisplayName: quota.name,
        RepositoryUid: idOf(seed, 'Repository', server, quota.repository),
        ...(n === 0 && accelerator !== undefined && { WanAcceleratorUid: accelerator }),
        Quota: quota.gb * 1024,
        UsedQuota: (quota.usedGb ?? 0) * 1024,
      })
    }),
  }
}

function plansOf(
  simulation: Simulation,
  server: string,
  tenant: string,
  names: readonly string[],
  { name, replicas = [] }: TenantSpec,
  { hardwarePlans = [] }: CloudSpec,
): Tenant['ComputeResources'] {
  const { chance } = simulation
  const accelerator = acceleratorOf(simulation, server)
  const held = names.flatMap((wanted, n): readonly Compute[] => {
    const plan = hardwarePlans.find((it) => it.name === wanted)
    if (plan === undefined) return []
    const Id = idOf(chance.seed, 'CloudTenantComputeResource', tenant, wanted)
    // Replicas are on the first plan.
    const machines = n === 0 ? replicas.length : 0
    const limit = plan.storageGb ?? 500
    const used = machines * chance.of(Id, 'storage').integer(20, 60)
    return [
      computeOf(tenant, Id, {
        CloudHardwarePlanUid: hardwarePlanId(chance.seed, server, wanted),
        ...(accelerator !== undefined && { WanAcceleratorUid: accelerator }),
        PlatformType: plan.platform,
        UseNetworkFailoverResources: true,
        NetworkAppliance: applianceOf(name),
        ComputeResourceStats: {
          MemoryUsageMb: machines * 4096,
          CPUCount: machines * 2,
          StorageResourceStats: [
            {
              StorageName: 'Cloud Replicas',
              StorageUsageGb: Math.min(limit, used),
              StorageLimitGb: limit,
            },
          ],
        },
      }),
    ]
  })
  return held.length === 0 ? {} : { CloudTenantComputeResource: held }
}

function organizationRef({ chance: { seed } }: Simulation, server: string, name: string): string {
  const root = rootId(seed, server, 'vCloud')
  return `urn:vCloud:Organization:${root}.urn:vcloud:org:${idOf(seed, 'VCloudOrganization', server, name)}`
}

function centersOf(
  simulation: Simulation,
  server: string,
  tenant: string,
  { name, replicas = [], organization = name }: TenantSpec,
): NonNullable<Tenant['VCloudComputeResources']> {
  const { chance } = simulation
  const Id = idOf(chance.seed, 'CloudTenantVCloudComputeResource', tenant)
  const root = rootId(chance.seed, server, 'vCloud')
  const center = centerOf(tenant, Id, {
    VirtualDataCenterName: `${organization}-vdc`,
    VirtualDataCenterRef: `urn:vCloud:OrgVdc:${root}.urn:vcloud:vdc:${Id}`,
    UseNetworkFailoverResources: true,
    ResourceUsage: {
      CpuUsageMhz: replicas.length * 2000,
      MemoryUsageMb: replicas.length * 4096,
      StorageUsageGb: replicas.length * 40,
    },
    NetworkAppliance: applianceOf(name),
  })
  return { CloudTenantVCloudComputeResource: [center] }
}

/** Machines that came this month need no license yet; nothing here is rented. */
function countersOf(
  { chance }: Simulation,
  tenant: string,
  { machines = {}, replicas = [] }: TenantSpec,
): Tenant['FreeLicenseCounters'] {
  const some = (kind: string, of = 0) => chance.of(tenant, 'new', kind).integer(0, Math.min(3, of))
  return {
    RentalVMBackupCount: 0,
    RentalWorkstationBackupCount: 0,
    RentalServerBackupCount: 0,
    NewVMBackupCount: some('vms', machines.vms),
    NewWorkstationBackupCount: some('workstations', machines.workstations),
    NewServerBackupCount: some('servers', machines.servers),
    NewVMReplicaCount: some('replicas', replicas.length),
  }
}
