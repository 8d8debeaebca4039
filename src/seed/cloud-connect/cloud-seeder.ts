import type { GatewayPoolSpec, GatewaySpec, QuotaSpec, ServerSpec, TenantSpec } from '#seed-data'
import { idOf } from '../../random/ids.ts'
import type { Instant } from '../../clock/instant.ts'
import { shareOf } from '../../simulation/cloud-connect/cloud-subtenants.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import {
  backupServer,
  cloudGateway,
  cloudGatewayPool,
  cloudSubtenant,
  cloudTenant,
  repository,
} from '../../resources/index.ts'
import { checkCloud } from './check-cloud.ts'
import { gatewayPoolId, tenantId } from './cloud-ids.ts'
import { quotaId, tenantRow } from './cloud-tenant-row.ts'
import { seedCloudReplication } from './seed-cloud-replication.ts'
import { gigabyte } from '../../model/size.ts'
import { infrastructureSeeder } from '../infrastructure/infrastructure-seeder.ts'
import type { Seeder } from '../seeder.ts'

export const cloudSeeder: Seeder = {
  when: 'before the past',
  after: [infrastructureSeeder],
  seed: (simulation, { scenario, now }) => plantCloud(simulation, scenario.servers, now),
}

/**
 * Makes what a provider lends, and to whom: gateways in their pools, tenants with their quotas, subtenants.
 * Throws a ScenarioError for a name that leads nowhere.
 */
function plantCloud(simulation: Simulation, servers: readonly ServerSpec[], now: Instant): void {
  for (const spec of servers) {
    const server = [...tableOf(simulation, backupServer)].find(({ Name }) => Name === spec.name)
    if (spec.cloud === undefined || server === undefined) continue
    checkCloud(spec, spec.cloud)
    const { gateways, gatewayPools = [], tenants } = spec.cloud
    for (const it of gateways) plantGateway(simulation, server.id, it, gatewayPools)
    for (const it of gatewayPools) plantPool(simulation, server.id, it, tenants)
    for (const it of tenants) {
      tableOf(simulation, cloudTenant).add(tenantRow(simulation, server.id, it, spec.cloud, now))
      for (const quota of it.quotas ?? []) useRoom(simulation, server.id, quota)
      plantSubtenants(simulation, server.id, it)
    }
    const provider = { id: server.id, name: server.Name, isFlawless: spec.isFlawless === true }
    seedCloudReplication(simulation, provider, spec.cloud, now)
  }
}

const gatewayId = (seed: number, server: string, name: string): string => idOf(seed, 'CloudGateway', server, name)

function plantGateway(
  simulation: Simulation,
  server: string,
  { name, description = '', port = 6180, isDisabled = false }: GatewaySpec,
  pools: readonly GatewayPoolSpec[],
): void {
  const { seed } = simulation.chance
  const pool = pools.find(({ gateways }) => gateways.includes(name))
  tableOf(simulation, cloudGateway).add({
    id: gatewayId(seed, server, name),
    up: {
      BackupServer: server,
      ...(pool && { CloudGatewayPool: gatewayPoolId(seed, server, pool.name) }),
    },
    Enabled: !isDisabled,
    NetworkMode: 'Direct',
    ExternalIP: name,
    ExternalPort: port,
    InternalPort: port,
    Description: description,
    Name: name,
  })
}

function plantPool(
  simulation: Simulation,
  server: string,
  { name, description = '', gateways }: GatewayPoolSpec,
  tenants: readonly TenantSpec[],
): void {
  const { seed } = simulation.chance
  const users = tenants
    .filter(({ gatewayPools }) => gatewayPools?.includes(name))
    .map((tenant) => tenantId(seed, server, tenant.name))
  tableOf(simulation, cloudGatewayPool).add({
    id: gatewayPoolId(seed, server, name),
    up: { BackupServer: server },
    related: { CloudTenant: users },
    Description: description,
    CloudGateways: {
      CloudGatewayUid: gateways.map((gateway) => gatewayId(seed, server, gateway)),
    },
    CloudTenants: users.length === 0 ? {} : { CloudTenantUid: users },
    HasTenants: users.length > 0,
    Name: name,
  })
}

/** What tenants keep in a repository is not free there. Object storage has no end. */
function useRoom(simulation: Simulation, server: string, quota: QuotaSpec): void {
  const repositories = tableOf(simulation, repository)
  const row = repositories.get(idOf(simulation.chance.seed, 'Repository', server, quota.repository))
  if (row === undefined || row.FreeSpace < 0) return
  const used = (quota.usedGb ?? 0) * gigabyte
  repositories.replace({ ...row, FreeSpace: Math.max(0, row.FreeSpace - used) })
}

/** Subtenants share the first quota of their tenant. */
function plantSubtenants(simulation: Simulation, server: string, { name, quotas, subtenants }: TenantSpec) {
  const { seed } = simulation.chance
  const [quota] = quotas ?? []
  if (quota === undefined) return
  const tenant = tenantId(seed, server, name)
  for (const it of subtenants ?? []) {
    const id = idOf(seed, 'CloudSubtenant', tenant, it.name)
    tableOf(simulation, cloudSubtenant).add({
      ...shareOf({
        DisplayName: `${quota.name} ${it.name}`,
        TenantResourceId: quotaId(seed, tenant, quota),
        isUnlimited: it.quotaGb === undefined,
        mb: (it.quotaGb ?? quota.gb) * 1024,
        used: (it.usedGb ?? 0) * 1024,
      }),
      id,
      up: { CloudTenant: tenant, BackupServer: server },
      Name: it.name,
      Description: it.description ?? '',
      Password: '',
      Enabled: it.isDisabled !== true,
      Id: id,
      Disabled: it.isDisabled === true,
    })
  }
}
