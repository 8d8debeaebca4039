import { describe, expect, it } from 'vitest'
import type { CloudSpec, Scenario, TenantSpec } from '#seed-data'
import { days, hours } from '../../src/clock/duration.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import { results } from '../../src/simulation/jobs/job-model.ts'
import { nameOf } from '../../src/model/names.ts'
import {
  cloudFailoveredVm,
  cloudFailoverPlan,
  cloudFailoverSession,
  cloudHardwarePlan,
  cloudPublicIpAddress,
  cloudReplica,
  cloudTenant,
  cloudVmReplicaPoint,
  hierarchyRoot,
  managedServer,
  vlanConfiguration,
} from '../../src/resources/index.ts'
import { openEm } from '../support/em.ts'
import { frozen, noon, small } from './worlds.ts'

const told = ['default', 'docs', 'service-provider']
const worlds = told.map((name) => [name, frozen(name)] as const)

/** One provider with these tenants, who may have two plans. */
function provider(cloud: Partial<CloudSpec>, ...tenants: readonly Partial<TenantSpec>[]): Scenario {
  const estate = small(0, {})
  const [server] = estate.servers
  const spec: CloudSpec = {
    gateways: [],
    hardwarePlans: [
      { name: 'Silver', platform: 'HyperV' },
      { name: 'Gold', platform: 'VMware', cpuMhz: 48_000 },
    ],
    tenants: tenants.map((tenant) => ({ name: 'Acme', ...tenant })),
    ...cloud,
  }
  return { ...estate, servers: [{ ...server!, cloud: spec }] }
}
const silver = { hardwarePlans: ['Silver'], replicas: ['a', 'b'] }

describe.each(worlds)('in %s', (_name, simulation) => {
  const tenants = [...tableOf(simulation, cloudTenant)]
  const ofTenant = (id: string) => (row: { readonly up: { readonly CloudTenant?: string } }) =>
    row.up.CloudTenant === id

  it('tenants count the addresses and replicated machines that there are', () => {
    const replicas = [...tableOf(simulation, cloudReplica)]
    const points = [...tableOf(simulation, cloudVmReplicaPoint)]
    for (const { id, PublicIpCount, ReplicaCount } of tenants) {
      const addresses = [...tableOf(simulation, cloudPublicIpAddress)].filter(ofTenant(id))
      expect(addresses).toHaveLength(PublicIpCount)
      expect(addresses.every(({ TenantUid }) => TenantUid === id)).toBe(true)
      const own = replicas.filter(ofTenant(id)).map((it) => it.id)
      const machines = points.filter(({ up }) => own.includes(up.Replica ?? ''))
      expect(new Set(machines.map((it) => it.VmDisplayName)).size).toBe(ReplicaCount)
    }
    expect(replicas.length).toBeGreaterThan(0)
  })

  it('each hardware plan has a VLAN configuration of its host, with room for its tenants', () => {
    const plans = [...tableOf(simulation, cloudHardwarePlan)]
    const vlans = [...tableOf(simulation, vlanConfiguration)]
    expect(vlans.map((it) => it.PlatformType)).toEqual(plans.map((it) => it.Platform))
    for (const [n, { id, HardwarePlanDetails: details }] of plans.entries()) {
      const { HypervisorHostRef, Network } = (details.ViCloudHardwarePlan ?? details.HvCloudHardwarePlan)!
      const vlan = vlans[n]!
      expect(vlan.HostRef).toBe(HypervisorHostRef)
      const subscribers = tenants.filter((it) => it.related?.['CloudHardwarePlan']?.includes(id))
      const room = (left: number, right: number) => (right - left + 1) / (subscribers.length || 1)
      expect(room(vlan.VlanIdsWithInternetLeftBound, vlan.VlanIdsWithInternetRightBound)).toBeGreaterThanOrEqual(
        Network.CountWithInternet,
      )
      expect(room(vlan.VlanIdsWithoutInternetLeftBound, vlan.VlanIdsWithoutInternetRightBound)).toBeGreaterThanOrEqual(
        Network.CountWithoutInternet,
      )
    }
    const bounds = vlans.flatMap((it) => [
      it.VlanIdsWithInternetLeftBound,
      it.VlanIdsWithInternetRightBound,
      it.VlanIdsWithoutInternetLeftBound,
      it.VlanIdsWithoutInternetRightBound,
    ])
    expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b))
  })

  it('plans bring up replicated machines, one after the other', () => {
    const points = [...tableOf(simulation, cloudVmReplicaPoint)]
    for (const plan of tableOf(simulation, cloudFailoverPlan)) {
      const own = [...tableOf(simulation, cloudFailoveredVm)].filter(({ up }) => up.CloudFailoverPlan === plan.id)
      expect(own.map(({ Order }) => Order)).toEqual(own.map((_, n) => n))
      const replicated = new Set(
        points
          .filter(({ up }) => {
            const replica = tableOf(simulation, cloudReplica).get(up.Replica ?? '')
            return replica?.up.CloudTenant === plan.TenantUid
          })
          .map((it) => it.VmDisplayName),
      )
      expect(own.filter(({ Name }) => !replicated.has(Name))).toEqual([])
      expect(tableOf(simulation, cloudTenant).get(plan.TenantUid)?.Name).toBe(plan.TenantName)
    }
  })

  it('sessions say what their tasks say, and lead to points that are older', () => {
    const points = tableOf(simulation, cloudVmReplicaPoint)
    let linked = 0
    for (const session of tableOf(simulation, cloudFailoverSession)) {
      const { CreationTimeUTC: since, EndTimeUTC: until = 0, CloudFailoverTasks: tasks } = session
      const ranks = tasks.map(({ Result }) => (Result === 'None' ? -1 : results.indexOf(Result)))
      expect(session.Result).toBe(results[Math.max(...ranks)])
      expect(session.FailureMessage !== undefined).toBe(session.Result === 'Failed')
      for (const task of tasks) {
        expect(task.CreationTimeUTC).toBeGreaterThan(since)
        expect(task.EndTimeUTC).toBeLessThan(until)
        const link = task.VmReplicaPointLink
        if (link === undefined) continue
        linked++
        const point = points.get(link.Href.split('/').at(-1) ?? '')!
        expect(point.VmDisplayName).toBe(task.VmName)
        expect(point.CreationTimeUTC).toBeLessThan(since)
        expect(link.Name).toBe(nameOf(point, cloudVmReplicaPoint.naming, simulation.database))
      }
    }
    expect(linked).toBeGreaterThan(0)
  })

  it('failovers were before and within the last 30 days', () => {
    const ages = [...tableOf(simulation, cloudFailoverSession)].map(
      ({ CreationTimeUTC }) => (simulation.clock.now() - CreationTimeUTC) / days(1),
    )
    expect(Math.max(...ages)).toBeGreaterThan(30)
    expect(Math.min(...ages)).toBeLessThan(7)
  })
})

describe('a tenant', () => {
  it.each<[what: string, tenant: Partial<TenantSpec>, nights: number]>([
    ['that was there just now has the points of a week', { activeHoursAgo: 1 }, 7],
    ['that stays away keeps its last ones', { activeHoursAgo: 1000 }, 7],
    ['that never came has none', {}, 0],
  ])('%s', (_what, tenant, nights) => {
    const simulation = frozen(provider({}, { ...silver, ...tenant }))
    const points = [...tableOf(simulation, cloudVmReplicaPoint)]
    const last = noon - hours(tenant.activeHoursAgo ?? 0)
    expect(points.length).toBeLessThanOrEqual(2 * nights)
    expect(points.length).toBeGreaterThanOrEqual(nights)
    for (const { CreationTimeUTC } of points) {
      expect(CreationTimeUTC).toBeLessThan(last)
      expect(CreationTimeUTC).toBeGreaterThan(last - days(nights + 2))
    }
  })

  it.each<[what: string, tenant: Partial<TenantSpec>, platform: string]>([
    ['its first hardware plan', { hardwarePlans: ['Gold', 'Silver'] }, 'VMware'],
    ['Cloud Director, if it is an organization', { organization: 'Acme' }, 'vCloud'],
  ])('replicates to the platform of %s', (_what, tenant, platform) => {
    const simulation = frozen(provider({}, { replicas: ['a'], ...tenant }))
    expect([...tableOf(simulation, cloudReplica)]).toMatchObject([{ Platform: platform, Name: 'Acme Replication' }])
  })

  it('has had no failover when it never replicated anything', () => {
    const plan = { name: 'All', machines: ['b', 'a'] }
    const simulation = frozen(provider({}, { ...silver, failoverPlans: [plan] }))
    expect(tableOf(simulation, cloudFailoverPlan).size).toBe(1)
    expect(tableOf(simulation, cloudFailoverSession).size).toBe(0)
  })
})

it('all goes well on a server that is called flawless', () => {
  const tenant = { ...silver, activeHoursAgo: 1 }
  const plans = Array.from({ length: 30 }, (_, n) => ({ name: `Plan ${n}`, machines: ['a', 'b'] }))
  const estate = provider({}, { ...tenant, failoverPlans: plans })
  const servers = estate.servers.map((server) => ({ ...server, isFlawless: true }))
  const resultsOf = (scenario: Scenario) =>
    new Set([...tableOf(frozen(scenario), cloudFailoverSession)].map(({ Result }) => Result))
  expect(resultsOf(estate)).toEqual(new Set(results))
  expect(resultsOf({ ...estate, servers })).toEqual(new Set(['Success']))
})

describe('a hardware plan', () => {
  it('is on a host that the provider manages, if there is one', () => {
    const simulation = frozen('docs')
    const [plan] = tableOf(simulation, cloudHardwarePlan)
    const { HypervisorHostRef = '', ParentName } = plan!.HardwarePlanDetails.ViCloudHardwarePlan!
    const root = /^urn:VMware:Host:(.+)\./.exec(HypervisorHostRef)?.[1] ?? ''
    expect(tableOf(simulation, hierarchyRoot).get(root)?.HostType).toBe('VC')
    const hosts = [...tableOf(simulation, managedServer)]
    expect(hosts.find(({ Name }) => Name === ParentName)?.ManagedServerType).toBe('ESXi')
  })

  it('that is too large for a host is on a cluster, with a switch of all its hosts', () => {
    const simulation = frozen(provider({}, {}))
    const [small, large] = [...tableOf(simulation, vlanConfiguration)]
    expect(small).toMatchObject({ SwitchType: 'VirtualSwitch', HostName: 'hv01a' })
    expect(small).not.toHaveProperty('ClusterName')
    expect(large).toMatchObject({
      SwitchType: 'DistributedVirtualSwitch',
      ClusterName: 'Tenant Cluster 2',
      HostRef: expect.stringMatching(/\.domain-c\d+$/) as unknown,
    })
    const [, plan] = [...tableOf(simulation, cloudHardwarePlan)]
    expect(plan!.HardwarePlanDetails.ViCloudHardwarePlan).toMatchObject({
      ParentType: 'ClusterComputeResource',
      ParentName: 'Tenant Cluster 2',
    })
  })

  it('says nothing of limits that it does not have', () => {
    const [plan] = tableOf(frozen(provider({}, {})), cloudHardwarePlan)
    expect(plan).not.toHaveProperty('ProcessorUsageLimitMhz')
    expect(plan).not.toHaveProperty('MemoryUsageLimitMb')
  })
})

it.each<[scenario: Scenario, says: string]>([
  [
    provider({ publicIpAddresses: [{ address: '203.0.113.9', tenant: 'Amce' }] }, {}),
    '203.0.113.9 is lent to "Amce", which is no tenant of vbr.',
  ],
  [
    provider({}, { ...silver, failoverPlans: [{ name: 'All', machines: ['a', 'c'] }] }),
    'A failover plan of Acme has "c", which Acme does not replicate.',
  ],
  [provider({}, { replicas: ['a'] }), 'Acme replicates machines, but has no hardware plan for them.'],
])('a name that leads nowhere is refused: %#', (scenario, says) => {
  expect(() => frozen(scenario)).toThrow(says)
})

it.each([
  ['VlanConfiguration', 'ClusterName=="esxi01a.example.net"', 1],
  ['VlanConfiguration', 'ClusterName=="esxi01b.example.net"', 0],
  ['CloudHardwarePlan', 'Platform==VMware', 1],
  ['CloudHardwarePlan', 'BackupServerUId==ceaabd23-be69-4644-99a8-79c699b1693a', 1],
  ['CloudPublicIpAddress', 'CloudTenantName=="Harbor Branch"', 1],
  ['CloudVmReplicaPoint', 'VmName==harborsrv01;Type==CDP', 0],
  ['CloudFailoverPlan', 'CloudTenantName=="Harbor Branch"', 1],
  ['CloudFailoverSession', 'Type==FailoverPlan;State==Stopped', 3],
])('%s is asked for by %s', async (type, filter, count) => {
  const em = await openEm({ scenario: 'docs' })
  const token = await em.logOn()
  const url = `/api/query?type=${type}&filter=${encodeURIComponent(filter)}`
  const { body } = await em.ask(`GET ${url}`, { token, accept: 'application/json' })
  expect((JSON.parse(body) as { Refs: { Refs: unknown[] } }).Refs.Refs).toHaveLength(count)
  await em.close()
})
