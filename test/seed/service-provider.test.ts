import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CloudSpec } from '#seed-data'
import { resources } from '../../src/resources/index.ts'
import { openEm, type Em } from '../support/em.ts'
import { builtIn, frozen, small } from './worlds.ts'
import { licenseState } from '../../src/simulation/cloud-connect/license-state.ts'

// The provider's world, as it is seen by asking.

let em: Em
let token: string
beforeAll(async () => {
  em = await openEm({ scenario: 'service-provider', now: '2026-01-15T12:00:00Z', clock: 'frozen' })
  token = await em.logOn()
})
afterAll(() => em.close())

type Document = Readonly<Record<string, unknown>>
const get = async (path: string): Promise<Document> => {
  const { status, body } = await em.ask(`GET /api${path}`, { token, accept: 'application/json' })
  expect(status).toBe(200)
  return JSON.parse(body) as Document
}
const listOf = async <T>(path: string, member: string): Promise<readonly T[]> =>
  (await get(`${path}?format=Entity`))[member] as readonly T[]

interface Quota {
  readonly RepositoryUid: string
  readonly Quota: number
  readonly UsedQuota: number
}
interface Tenant {
  readonly Name: string
  readonly UID: string
  readonly Enabled: boolean
  readonly LeaseOptions: { readonly Enabled: boolean; readonly ExpirationDate?: string }
  readonly LastResult: string
  readonly LastActive: string
  readonly ReplicaCount: number
  readonly PublicIpCount: number
  readonly Resources: {
    readonly CloudTenantResources: readonly { readonly RepositoryQuota: Quota }[] | null
  }
  readonly TenantType: Readonly<Record<string, unknown>>
}
interface Named {
  readonly Name: string
  readonly UID: string
}

const tenants = () => listOf<Tenant>('/cloud/tenants', 'CloudTenants')
const guidOf = ({ UID }: { readonly UID: string }): string => UID.split(':').at(-1) ?? ''
const quotasOf = ({ Resources }: Tenant): readonly Quota[] =>
  (Resources.CloudTenantResources ?? []).map(({ RepositoryQuota }) => RepositoryQuota)

it('has tenants of every health', async () => {
  const all = await tenants()
  const told = all.map((tenant) => [
    tenant.Name,
    tenant.Enabled,
    tenant.LeaseOptions.ExpirationDate ?? '',
    tenant.LastResult,
    tenant.LastActive.slice(0, 10),
    Math.max(...quotasOf(tenant).map(({ Quota, UsedQuota }) => Math.floor((100 * UsedQuota) / Quota))),
    Object.entries(tenant.TenantType).find(([, type]) => type !== null)?.[0],
  ])
  expect(told).toEqual([
    ['Alpine Dental Group', true, '', 'Warning', '2026-01-15', 97, 'StandaloneTenant'],
    ['Bergmann Logistics', true, '', 'Success', '2026-01-15', 64, 'StandaloneTenant'],
    ['Cedar & Sons Law', true, '2026-01-06T00:00:00Z', 'Failed', '2026-01-06', 39, 'StandaloneTenant'],
    ['Delta Robotics', false, '', 'Failed', '2025-11-30', 38, 'StandaloneTenant'],
    ['Ember Coffee Roasters', true, '2027-01-08T00:00:00Z', 'Success', '1753-01-01', 0, 'StandaloneTenant'],
    ['fjord\\ingrid.dahl', true, '2026-05-15T00:00:00Z', 'Success', '2026-01-15', 49, 'ADTenantType'],
    ['Greenfield Schools', true, '', 'Success', '2025-12-09', 31, 'StandaloneTenant'],
    ['OrionMedia', true, '', 'Success', '2026-01-15', 52, 'vCloudTenant'],
  ]) // prettier-ignore
})

it('has three gateways in two pools', async () => {
  const pools = await listOf<Named>('/cloud/gatewayPools', 'CloudGatewayPools')
  const gateways = pools.map(async (pool) => [
    pool.Name,
    (await listOf<Named>(`/cloud/gatewayPools/${guidOf(pool)}/gateways`, 'CloudGateways')).map(({ Name }) => Name),
  ])
  expect(await Promise.all(gateways)).toEqual([
    ['Shared Pool', ['gw01.skyhold.example', 'gw02.skyhold.example']],
    ['Premium Pool', ['gw03.skyhold.example']],
  ])
})

it('what tenants use is used in the repositories', async () => {
  const repositories = await listOf<Named & { Capacity: number; FreeSpace: number }>('/repositories', 'Repositories')
  const quotas = (await tenants()).flatMap(quotasOf)
  for (const { UID, Capacity, FreeSpace } of repositories) {
    const here = quotas.filter(({ RepositoryUid }) => RepositoryUid === UID)
    const used = here.reduce((sum, { UsedQuota }) => sum + UsedQuota * 1024 ** 2, 0)
    expect(Capacity - FreeSpace).toBeGreaterThanOrEqual(used)
    expect(Capacity).toBeGreaterThanOrEqual(here.reduce((sum, { Quota }) => sum + Quota, 0) * 1024 ** 2)
  }
})

describe('both ends of a relation agree', () => {
  it('pools and their tenants', async () => {
    const pools = await listOf<
      Named & { CloudTenants: { readonly CloudTenantUids: readonly string[] | null } }
    >('/cloud/gatewayPools', 'CloudGatewayPools')
    for (const pool of pools) {
      const users = await listOf<Tenant>(`/cloud/gatewayPools/${guidOf(pool)}/tenants`, 'CloudTenants')
      expect(users.map(({ UID }) => UID)).toEqual(pool.CloudTenants.CloudTenantUids ?? [])
      for (const tenant of users) {
        const own = await listOf<Named>(`/cloud/tenants/${guidOf(tenant)}/gatewayPools`, 'CloudGatewayPools')
        expect(own.map(({ UID }) => UID)).toContain(pool.UID)
      }
    }
  }) // prettier-ignore

  it('hardware plans and their subscribers', async () => {
    const plans = await listOf<Named>('/cloud/hardwarePlans', 'CloudHardwarePlans')
    const subscribers = plans.map(async (plan) => [
      plan.Name,
      (await listOf<Tenant>(`/cloud/hardwarePlans/${guidOf(plan)}/tenants`, 'CloudTenants')).map(({ Name }) => Name),
    ])
    expect(await Promise.all(subscribers)).toEqual([
      ['VMware Gold', ['Bergmann Logistics']],
      ['Hyper-V Silver', ['Alpine Dental Group', 'Delta Robotics']],
    ])
  })

  it('what a tenant holds, within it and by its own path', async () => {
    for (const tenant of await tenants()) {
      const within = quotasOf(tenant)
      const path = `/cloud/tenants/${guidOf(tenant)}`
      const { CloudTenantResources } = (await get(`${path}/resources`)) as {
        readonly CloudTenantResources: readonly { readonly RepositoryQuota: Quota }[]
      }
      expect(CloudTenantResources.map(({ RepositoryQuota }) => RepositoryQuota)).toEqual(within)
    }
  })

  it('subtenants use less than their tenant', async () => {
    for (const tenant of await tenants()) {
      const { CloudSubtenants } = (await get(`/cloud/tenants/${guidOf(tenant)}/subtenants`)) as {
        readonly CloudSubtenants: readonly {
          readonly RepositoryQuota: { readonly QuotaMb: number; readonly UsedQuotaMb: number }
        }[]
      }
      const used = CloudSubtenants.map(({ RepositoryQuota }) => RepositoryQuota.UsedQuotaMb)
      expect(used.reduce((sum, mb) => sum + mb, 0)).toBeLessThanOrEqual(quotasOf(tenant)[0]?.UsedQuota ?? 0)
      for (const { RepositoryQuota } of CloudSubtenants)
        expect(RepositoryQuota.UsedQuotaMb).toBeLessThanOrEqual(RepositoryQuota.QuotaMb)
    }
  })
})

it.each([
  ['type=CloudTenant&filter=Enabled==false', ['Delta Robotics']],
  ['type=CloudTenant&filter=Type==vCD', ['OrionMedia']],
  ['type=CloudTenant&filter=Type==ActiveDirectory', ['fjord\\ingrid.dahl']],
])('finds by %s', async (query, names) => {
  const { Refs } = (await get(`/query?${query}`)) as {
    readonly Refs: { readonly Refs: readonly Named[] }
  }
  expect(Refs.Refs.map(({ Name }) => Name)).toEqual(names)
})

it('an estate without a provider has none of it', () => {
  const simulation = frozen('empty')
  for (const { name } of resources.filter(({ name }) => name.startsWith('Cloud')))
    expect(simulation.store.table(name).size).toBe(0)
  expect(simulation.state(licenseState).isProvider).toBe(false)
  expect(builtIn('default').isProvider).toBeUndefined()
})

describe('names that lead nowhere are refused', () => {
  const plain: CloudSpec = {
    gateways: [{ name: 'gw' }],
    gatewayPools: [{ name: 'Pool', gateways: ['gw'] }],
    tenants: [{ name: 'A', quotas: [{ name: 'Q', repository: 'Disk', gb: 10 }] }],
  }
  const seeded = (cloud: Partial<CloudSpec>) => {
    const scenario = small(1, {})
    const servers = scenario.servers.map((it) => ({ ...it, cloud: { ...plain, ...cloud } }))
    return frozen({ ...scenario, servers })
  }
  it('but not these', () => {
    expect(seeded({}).store.table('CloudTenant').size).toBe(1)
  })
  it.each<[Partial<CloudSpec>, string]>([
    [{ gatewayPools: [{ name: 'Pool', gateways: ['gate'] }] }, 'Pool has "gate", which is no gateway of vbr.'],
    [{ tenants: [{ name: 'A', gatewayPools: ['Pond'] }] }, 'A has "Pond", which is no gateway pool of vbr.'],
    [{ tenants: [{ name: 'A', quotas: [{ name: 'Q', repository: 'Disc', gb: 1 }] }] }, 'A has "Disc", which is no repository of vbr.'],
    [{ tenants: [{ name: 'A', hardwarePlans: ['Gold'] }] }, 'A has "Gold", which is no hardware plan of vbr.'],
    [{ tenants: [{ name: 'A' }, { name: 'A' }] }, 'A tenant of vbr is called "A" already.'],
    [{ tenants: [{ name: 'A', subtenants: [{ name: 'a' }] }] }, 'A has subtenants, but no quota for them to share.'],
  ])('%o', (cloud, says) => {
    expect(() => seeded(cloud)).toThrow(says)
  }) // prettier-ignore
})
