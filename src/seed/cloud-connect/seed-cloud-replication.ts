import type { CloudSpec, HardwarePlanSpec, PublicAddressSpec, TenantSpec } from '#seed-data'
import { idOf } from '../../random/ids.ts'
import type { Instant } from '../../clock/instant.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { cloudPublicIpAddress, cloudReplica } from '../../resources/index.ts'
import { tenantId } from './cloud-ids.ts'
import { seedCloudFailovers } from './seed-cloud-failovers.ts'
import { seedCloudPoints } from './seed-cloud-points.ts'
import { seedHardwarePlan } from './seed-hardware-plan.ts'
import type { Provider } from './provider.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'

/**
 * Makes what tenants replicate with: hardware plans with their VLANs, public addresses, and for each tenant that says so
 * its replicas, their points and plans for a failover. It is all past and goes no further.
 * Throws a ScenarioError for a name that leads nowhere.
 */
export function seedCloudReplication(simulation: Simulation, server: Provider, spec: CloudSpec, now: Instant): void {
  const { hardwarePlans = [], publicIpAddresses = [], tenants } = spec
  for (const [n, plan] of hardwarePlans.entries()) {
    const subscribers = tenants.filter((it) => it.hardwarePlans?.includes(plan.name))
    seedHardwarePlan(simulation, server, plan, { n, subscribers: subscribers.length })
  }
  const known = new Set(tenants.map(({ name }) => name))
  for (const address of publicIpAddresses) plantAddress(simulation, server, address, known)
  for (const tenant of tenants) plantTenant(simulation, server, tenant, hardwarePlans, now)
}

function plantAddress(
  simulation: Simulation,
  server: Provider,
  { address, tenant }: PublicAddressSpec,
  known: ReadonlySet<string>,
): void {
  const { seed } = simulation.chance
  if (tenant !== undefined && !known.has(tenant))
    throw new ScenarioError(`${address} is lent to "${tenant}", which is no tenant of ${server.name}.`)
  const owner = tenant === undefined ? undefined : tenantId(seed, server.id, tenant)
  tableOf(simulation, cloudPublicIpAddress).add({
    id: idOf(seed, 'CloudPublicIpAddress', server.id, address),
    up: { BackupServer: server.id, ...(owner !== undefined && { CloudTenant: owner }) },
    IpAddress: address,
    ...(owner !== undefined && { TenantUid: owner }),
    BackupServerUid: server.id,
    Name: address,
  })
}

/** A tenant replicates all its machines by one job, whose name the replica has. */
function plantTenant(
  simulation: Simulation,
  server: Provider,
  tenant: TenantSpec,
  plans: readonly HardwarePlanSpec[],
  now: Instant,
): void {
  const { name, replicas = [], failoverPlans = [] } = tenant
  const stray = failoverPlans.flatMap(({ machines }) => machines).find((machine) => !replicas.includes(machine))
  if (stray !== undefined)
    throw new ScenarioError(`A failover plan of ${name} has "${stray}", which ${name} does not replicate.`)
  if (replicas.length === 0) return
  const Platform = platformOf(server, tenant, plans)
  const owner = tenantId(simulation.chance.seed, server.id, name)
  const id = idOf(simulation.chance.seed, 'CloudReplica', server.id, name)
  tableOf(simulation, cloudReplica).add({
    id,
    up: { BackupServer: server.id, CloudTenant: owner },
    Platform,
    Name: `${name} Replication`,
  })
  const points = seedCloudPoints(simulation, { replica: id, server: server.id }, tenant, now)
  for (const plan of failoverPlans) seedCloudFailovers(simulation, server, { owner, tenant: name, plan }, points, now)
}

function platformOf(
  server: Provider,
  { name, hardwarePlans = [], organization }: TenantSpec,
  plans: readonly HardwarePlanSpec[],
): 'VMware' | 'HyperV' | 'vCloud' {
  const [first] = hardwarePlans
  const plan = plans.find((it) => it.name === first)
  if (plan !== undefined) return plan.platform
  if (first === undefined && organization !== undefined) return 'vCloud'
  throw new ScenarioError(
    first === undefined
      ? `${name} replicates machines, but has no hardware plan for them.`
      : `${name} replicates to "${first}", which is no hardware plan of ${server.name}.`,
  )
}
