import { errors } from '../../model/api-error.ts'
import { stamp } from '../../model/names.ts'
import type { ValueOf } from '../../model/shape.ts'
import { megabyte } from '../../model/size.ts'
import type { createCloudTenantSpec } from '../../resources/cloud-connect/create-cloud-tenant-spec.ts'
import { cloudGatewayPool, cloudPublicIpAddress, cloudTenant, repository } from '../../resources/index.ts'
import { havingCenters, organizationOf, withCenter } from './cloud-tenant-centers.ts'
import { referredHere, refuseEmpty, refuseNumber, refuseTaken } from './cloud-tenant-checks.ts'
import { withPlan, withQuota } from './cloud-tenant-grants.ts'
import { neverCame, tenantTypeOf, type Tenant } from './cloud-tenant-parts.ts'
import { freshId } from '../core/fresh-id.ts'
import { serverFor } from '../infrastructure/referred.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

export type TenantBody = ValueOf<ReturnType<typeof createCloudTenantSpec>>

/** The row of a tenant as it is asked for. Throws a 400 ApiError for what cannot be; nothing has changed by it. */
export function newTenant(simulation: Simulation, spec: TenantBody): Tenant {
  let tenant = bare(simulation, spec)
  for (const each of spec.Resources?.BackupResource ?? []) tenant = withQuota(simulation, tenant, each)
  for (const each of spec.ComputeResources?.ComputeResource ?? []) tenant = withPlan(simulation, tenant, each)
  for (const each of spec.VCloudComputeResources?.VCloudComputeResource ?? [])
    tenant = withCenter(simulation, tenant, each)
  freeAddresses(simulation, tenant)
  return tenant
}

function bare(simulation: Simulation, spec: TenantBody): Tenant {
  const { Name, Domain, OrganizationRef, CloudGatewayPools, LeaseExpirationDate } = spec
  const server = serverFor(simulation, spec)
  const tenants = tableOf(simulation, cloudTenant).under('BackupServer', server.id)
  refuseEmpty(Name, 'The name of the tenant')
  refuseTaken(
    Name,
    tenants.map((it) => it.Name),
    'a tenant',
  )
  const kind = kindOf(spec)
  const id = freshId(simulation, cloudTenant, server.id, Name)
  const up = { BackupServer: server.id }
  const organization = kind === 'vCD' ? organizationOf(simulation, { id, up }, OrganizationRef) : undefined
  const tenant: Tenant = {
    id,
    up,
    related: {
      CloudGatewayPool: poolsOf(simulation, { up }, CloudGatewayPools?.CloudGatewayPoolUid),
      CloudHardwarePlan: [],
    },
    Description: spec.Description ?? '',
    Enabled: spec.Enabled ?? true,
    LeaseOptions:
      LeaseExpirationDate === undefined
        ? { Enabled: false }
        : { Enabled: true, ExpirationDate: stamp(LeaseExpirationDate, simulation.database) },
    Resources: {},
    ...neverCame,
    ComputeResources: {},
    ThrottlingEnabled: spec.ThrottlingEnabled ?? false,
    ThrottlingSpeedLimit: spec.ThrottlingSpeedLimit ?? 1,
    ThrottlingSpeedUnit: spec.ThrottlingSpeedUnit ?? 'MBps',
    PublicIpCount: spec.PublicIpCount ?? 0,
    BackupCount: 0,
    ReplicaCount: 0,
    MaxConcurrentTasks: spec.MaxConcurrentTasks ?? 1,
    WorkStationBackupCount: 0,
    ServerBackupCount: 0,
    BackupProtectionEnabled: spec.BackupProtectionEnabled ?? false,
    BackupProtectionPeriod: spec.BackupProtectionPeriod ?? 1,
    TenantType: tenantTypeOf(Name, {
      organization,
      ...(kind === 'ActiveDirectory' && { domain: Domain?.DomainName, port: Domain?.Port }),
    }),
    ...(organization !== undefined && { OrganizationReference: organization }),
    Name,
    TenantKind: kind,
    FreeLicenseCounters: none,
  }
  refuseFigures(tenant)
  return kind === 'vCD' ? havingCenters(tenant, []) : tenant
}

const none: Tenant['FreeLicenseCounters'] = {
  RentalVMBackupCount: 0,
  RentalWorkstationBackupCount: 0,
  RentalServerBackupCount: 0,
  NewVMBackupCount: 0,
  NewWorkstationBackupCount: 0,
  NewServerBackupCount: 0,
  NewVMReplicaCount: 0,
}

/** What kind of tenant it is to be. Throws a 400 ApiError for what is said of it and belongs to another kind. */
function kindOf({ TenantType = 'Standalone', OrganizationRef, Domain }: TenantBody): Tenant['TenantKind'] {
  const kind = TenantType === 'VCD' || TenantType === 'Vcd' ? 'vCD' : TenantType
  if ((kind === 'vCD') !== (OrganizationRef !== undefined))
    throw errors.badRequest('A tenant of the type VCD has an OrganizationRef, and no other has.')
  if ((kind === 'ActiveDirectory') !== (Domain !== undefined))
    throw errors.badRequest('A tenant of the type ActiveDirectory has a Domain, and no other has.')
  if (Domain !== undefined) {
    refuseEmpty(Domain.DomainName, 'DomainName')
    refuseNumber(Domain.Port ?? 389, 1, 'Port')
  }
  return kind
}

/** Throws a 400 ApiError for a figure that a tenant cannot have. */
export function refuseFigures(tenant: Tenant): void {
  refuseNumber(tenant.ThrottlingSpeedLimit, 1, 'ThrottlingSpeedLimit')
  refuseNumber(tenant.PublicIpCount, 0, 'PublicIpCount')
  refuseNumber(tenant.MaxConcurrentTasks, 1, 'MaxConcurrentTasks')
  refuseNumber(tenant.BackupProtectionPeriod, 1, 'BackupProtectionPeriod')
}

/** The pools of a body, each once. Throws a 400 ApiError for one that leads nowhere or to another server. */
export const poolsOf = (
  simulation: Simulation,
  tenant: Pick<Tenant, 'up'>,
  uids: readonly string[] = [],
): readonly string[] => [...new Set(uids.map((uid) => referredHere(simulation, cloudGatewayPool, uid, tenant).id))]

/** The addresses that a tenant gets. Throws a 400 ApiError if there are too few that are nobody's. */
function freeAddresses(simulation: Simulation, { up, PublicIpCount }: Tenant) {
  const free = tableOf(simulation, cloudPublicIpAddress)
    .under('BackupServer', up.BackupServer ?? '')
    .filter(({ TenantUid }) => TenantUid === undefined)
  if (free.length < PublicIpCount)
    throw errors.badRequest(`PublicIpCount is ${PublicIpCount}; ${free.length} public IP addresses are free.`)
  return free.slice(0, PublicIpCount)
}

/** Adds a tenant: its addresses and its pools are its own from now on. */
export function addTenant(simulation: Simulation, tenant: Tenant): void {
  const addresses = tableOf(simulation, cloudPublicIpAddress)
  for (const each of freeAddresses(simulation, tenant))
    addresses.replace({
      ...each,
      up: { ...each.up, CloudTenant: tenant.id },
      TenantUid: tenant.id,
    })
  tableOf(simulation, cloudTenant).add(tenant)
  tellPools(simulation, tenant)
}

/** Has the pools know whether the tenant comes by them; none knows one that is gone. */
export function tellPools(simulation: Simulation, { id, related }: Pick<Tenant, 'id' | 'related'>): void {
  const pools = tableOf(simulation, cloudGatewayPool)
  for (const pool of [...pools]) {
    const before = pool.CloudTenants.CloudTenantUid ?? []
    const isUsed = related?.['CloudGatewayPool']?.includes(pool.id) === true
    if (before.includes(id) === isUsed) continue
    const users = isUsed ? [...before, id] : before.filter((it) => it !== id)
    pools.replace({
      ...pool,
      related: { ...pool.related, CloudTenant: users },
      CloudTenants: users.length === 0 ? {} : { CloudTenantUid: users },
      HasTenants: users.length > 0,
    })
  }
}

/** Takes room from a repository, or gives some back; object storage has no end. */
export function useRoom(simulation: Simulation, id: string, mb: number): void {
  const repositories = tableOf(simulation, repository)
  const row = repositories.get(id)
  if (row === undefined || row.FreeSpace < 0 || mb === 0) return
  const FreeSpace = Math.min(row.Capacity, Math.max(0, row.FreeSpace - mb * megabyte))
  repositories.replace({ ...row, FreeSpace })
}
