import { errors } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import { createCloudGatewayPoolSpec } from '../../resources/cloud-connect/create-cloud-gateway-pool-spec.ts'
import { cloudGateway, cloudGatewayPool, cloudTenant } from '../../resources/index.ts'
import { action, editOf, type Action } from '../core/action.ts'
import { freshId } from '../core/fresh-id.ts'
import { referred, serverFor } from '../infrastructure/referred.ts'
import { tableOf } from '../core/table-of.ts'
import { without } from '../core/without.ts'
import type { Simulation } from '../core/simulation.ts'

type Pool = EntityOf<typeof cloudGatewayPool>

const path = '/cloud/gatewayPools'
const one = `${path}/{CloudGatewayPool}`

/** Pools of gateways, and who may use them (em_rest post_cloudgatewaypools, put_…_id, delete_…_id). */
export const cloudGatewayPoolsActions: readonly Action[] = [
  action({
    method: 'POST',
    path,
    task: 'CreateCloudGatewayPool',
    body: { name: 'CreateCloudGatewayPoolSpec', shape: createCloudGatewayPoolSpec() },
    check: ({ simulation, body }) => fitting(simulation, poolOf(simulation, body)),
    act: ({ simulation }, pool) => {
      tableOf(simulation, cloudGatewayPool).add(pool)
      arrange(simulation, pool)
      return { related: { CloudGatewayPool: [pool.id] } }
    },
  }),
  action({
    method: 'PUT',
    path: one,
    task: 'UpdateCloudGatewayPool',
    body: editOf(cloudGatewayPool, {
      Name: true,
      Description: true,
      CloudGateways: true,
      CloudTenants: true,
    }),
    check: ({ simulation, row, body }) => fitting(simulation, changed(row(cloudGatewayPool), body)),
    act: ({ simulation }, pool) => {
      tableOf(simulation, cloudGatewayPool).replace(pool)
      arrange(simulation, pool)
      return {}
    },
  }),
  action({
    method: 'DELETE',
    path: one,
    task: 'DeleteCloudGatewayPool',
    check: ({ simulation, row }) => {
      const { id, Name } = row(cloudGatewayPool)
      const [tenant] = usersOf(simulation, id)
      if (tenant !== undefined)
        throw errors.badRequest(`Cloud gateway pool "${Name}" is assigned to the tenant "${tenant.Name}".`)
    },
    act: ({ simulation, row }) => {
      const pool = row(cloudGatewayPool)
      arrange(simulation, { ...pool, ...heldIn([], []) })
      tableOf(simulation, cloudGatewayPool).remove(pool.id)
      return { related: { CloudGatewayPoolList: [pool.up.BackupServer ?? ''] } }
    },
  }),
]

/** What a body says of a pool; an element without any UIDs is an empty list. */
interface Given {
  readonly Name?: string
  readonly Description?: string
  readonly CloudGateways?: { readonly CloudGatewayUid?: readonly string[] }
  readonly CloudTenants?: { readonly CloudTenantUid?: readonly string[] }
}

function poolOf(
  simulation: Simulation,
  body: Given & { readonly Name: string; readonly BackupServerUid?: string },
): Pool {
  const server = serverFor(simulation, body)
  return {
    id: freshId(simulation, cloudGatewayPool, server.id, body.Name),
    up: { BackupServer: server.id },
    Name: body.Name,
    Description: body.Description ?? '',
    ...heldIn(body.CloudGateways?.CloudGatewayUid, body.CloudTenants?.CloudTenantUid),
  }
}

const changed = (pool: Pool, { Name, Description, CloudGateways, CloudTenants }: Given): Pool => ({
  ...pool,
  ...(Name !== undefined && { Name }),
  ...(Description !== undefined && { Description }),
  ...heldIn((CloudGateways ?? pool.CloudGateways).CloudGatewayUid, (CloudTenants ?? pool.CloudTenants).CloudTenantUid),
})

function heldIn(gateways: readonly string[] = [], tenants: readonly string[] = []) {
  const users = [...new Set(tenants)]
  return {
    related: { CloudTenant: users },
    CloudGateways: { CloudGatewayUid: [...new Set(gateways)] },
    CloudTenants: users.length === 0 ? {} : { CloudTenantUid: users },
    HasTenants: users.length > 0,
  }
}

/** The pool, if it can be so. Throws a 400 ApiError if not. */
function fitting(simulation: Simulation, pool: Pool): Pool {
  const { id, up, Name, CloudGateways, CloudTenants } = pool
  if (Name.trim() === '') throw errors.badRequest('The name of the pool is empty.')
  const pools = tableOf(simulation, cloudGatewayPool)
  const others = pools.under('BackupServer', up.BackupServer ?? '').filter((it) => it.id !== id)
  if (others.some((it) => it.Name.toLowerCase() === Name.toLowerCase()))
    throw errors.badRequest(`There is a cloud gateway pool "${Name}" already.`)
  const gateways = CloudGateways.CloudGatewayUid ?? []
  if (gateways.length === 0) throw errors.badRequest('CloudGateways is empty; expected one CloudGatewayUid or more.')
  for (const gateway of gateways.map((it) => referred(simulation, cloudGateway, it))) {
    refuseElsewhere(gateway, up)
    const other = pools.get(gateway.up.CloudGatewayPool ?? '')
    if (other !== undefined && other.id !== id)
      throw errors.badRequest(`Cloud gateway "${gateway.Name}" is in the pool "${other.Name}" already.`)
  }
  for (const uid of CloudTenants.CloudTenantUid ?? []) refuseElsewhere(referred(simulation, cloudTenant, uid), up)
  return pool
}

function refuseElsewhere({ Name, up }: Pick<Pool, 'Name' | 'up'>, pool: Pool['up']): void {
  if (up.BackupServer !== pool.BackupServer)
    throw errors.badRequest(`"${Name}" is on another backup server than the pool.`)
}

/** Has the pool's gateways and tenants know of it, and no others. */
function arrange(simulation: Simulation, { id, CloudGateways, CloudTenants }: Pool): void {
  const gateways = tableOf(simulation, cloudGateway)
  const within = CloudGateways.CloudGatewayUid ?? []
  for (const gateway of gateways.under('CloudGatewayPool', id))
    if (!within.includes(gateway.id)) gateways.replace({ ...gateway, up: without(gateway.up, 'CloudGatewayPool') })
  for (const uid of within) {
    const gateway = gateways.get(uid)
    if (gateway !== undefined && gateway.up.CloudGatewayPool !== id)
      gateways.replace({ ...gateway, up: { ...gateway.up, CloudGatewayPool: id } })
  }
  const users = CloudTenants.CloudTenantUid ?? []
  const tenants = tableOf(simulation, cloudTenant)
  for (const tenant of tenants) {
    const before = tenant.related?.['CloudGatewayPool'] ?? []
    if (before.includes(id) === users.includes(tenant.id)) continue
    const pools = users.includes(tenant.id) ? [...before, id] : before.filter((it) => it !== id)
    tenants.replace({ ...tenant, related: { ...tenant.related, CloudGatewayPool: pools } })
  }
}

const usersOf = (simulation: Simulation, pool: string) =>
  [...tableOf(simulation, cloudTenant)].filter((it) => it.related?.['CloudGatewayPool']?.includes(pool))
