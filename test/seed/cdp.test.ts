import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JobSpec } from '#seed-data'
import { days, seconds } from '../../src/clock/duration.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import type { Simulation } from '../../src/simulation/core/simulation.ts'
import {
  cdpPolicy,
  cdpReplica,
  cdpReplicaSession,
  cdpReplicaTaskSession,
  cdpReplicaVm,
  vAppCdpReplica,
  vAppCdpReplicaVm,
} from '../../src/resources/index.ts'
import { accepts, openEm, type Em } from '../support/em.ts'
import { builtIn, frozen, noon, small } from './worlds.ts'

const policyNamed = (simulation: Simulation, name: string) =>
  [...tableOf(simulation, cdpPolicy)].find(({ Name }) => Name === name)!
const objectsOf = ({ CdpPolicyInfo }: ReturnType<typeof policyNamed>) => CdpPolicyInfo.CdpReplicaPolicyInfo.Includes

describe('what is protected continuously', () => {
  it.each<[what: string, jobs: readonly Partial<JobSpec>[], machines: readonly string[]]>([
    ['databases, mail, then business', [{ objects: ['web01', 'crm01', 'exch01', 'sql01'] }], ['sql01', 'exch01', 'crm01']],
    ['anything where there is no more', [{ objects: ['web01'] }], ['web01']],
    ['machines of all the jobs', [{ objects: ['web01', 'crm01'] }, { name: 'B', objects: ['db01'] }], ['db01', 'crm01', 'web01']],
    ['a machine of two jobs once', [{ objects: ['db01'] }, { name: 'B', objects: ['db01'] }], ['db01']],
    ['no machine for its middle letters', [{ objects: ['feedback01', 'erp01'] }], ['erp01', 'feedback01']],
  ])('%s', (_, jobs, machines) => {
    const simulation = frozen(small(3, ...jobs))
    const names = objectsOf(policyNamed(simulation, 'CDP Policy 1')).map(({ Name }) => Name)
    expect(names).toEqual(machines)
    expect([...tableOf(simulation, cdpReplicaVm)].map(({ Name }) => Name)).toEqual(machines)
  }) // prettier-ignore

  it.each<[what: string, job: Partial<JobSpec>]>([
    ['machines of Hyper-V alone', { platform: 'HyperV' }],
    ['computers alone', { type: 'AgentBackup', platform: 'AgentForLinux' }],
  ])('is nothing where there are %s', (_, job) => {
    const simulation = frozen(small(3, job))
    for (const type of [cdpPolicy, cdpReplica, vAppCdpReplica, cdpReplicaSession])
      expect(tableOf(simulation, type).size).toBe(0)
  })

  it.each<[what: string, vApps: Readonly<Record<string, string>>, said: Readonly<Record<string, readonly string[]>>]>([
    ['vApps of jobs, with their machines', { a1: 'A', a2: 'A', b1: 'B' }, { A: ['a1', 'a2'], B: ['b1'] }],
    ['two of them at most', { a1: 'A', b1: 'B', c1: 'C' }, { A: ['a1'], C: ['c1'] }],
  ])('are %s', (_, vApps, said) => {
    const objects = Object.entries(vApps).map(([name, vApp]) => ({ name, vApp }))
    const simulation = frozen(small(3, { platform: 'vCloud', objects }))
    const policy = policyNamed(simulation, 'CDP Policy Cloud Director')
    const replicas = tableOf(simulation, vAppCdpReplica).under('Policy', policy.id)
    expect(replicas.map(({ vAppRef }) => vAppRef)).toEqual(
      objectsOf(policy).map(({ HierarchyObjRef }) => HierarchyObjRef),
    )
    const machines = replicas.map(({ id, Name }) => {
      const names = tableOf(simulation, vAppCdpReplicaVm).under('Replica', id).map((it) => it.Name)
      for (const name of names) expect(name).toMatch(/-[A-Za-z]{4}$/)
      return [Name, names.map((name) => name.slice(0, -5))]
    })
    expect(Object.fromEntries(machines)).toEqual(said)
    expect(tableOf(simulation, cdpReplica).size).toBe(0)
  }) // prettier-ignore
})

describe('what a policy has done', () => {
  const simulation = frozen('default')
  const sessions = tableOf(simulation, cdpReplicaSession)
  const tasks = tableOf(simulation, cdpReplicaTaskSession)
  const policies = [...tableOf(simulation, cdpPolicy)]

  it('is one session after another, the newest still running', () => {
    for (const policy of policies) {
      const own = sessions.under('Policy', policy.id)
      expect(own.length).toBeGreaterThan(3)
      for (const [n, { CreationTimeUTC, EndTimeUTC, State }] of own.entries()) {
        const next = own[n + 1]?.CreationTimeUTC
        expect(State).toBe(next === undefined ? 'Working' : 'Stopped')
        expect(EndTimeUTC === undefined).toBe(next === undefined)
        if (next === undefined || EndTimeUTC === undefined) continue
        expect(EndTimeUTC).toBeGreaterThan(CreationTimeUTC)
        expect(EndTimeUTC).toBeLessThan(next)
      }
      expect(policy.NextRun).toBe(own.at(-1)!.CreationTimeUTC)
    }
  })

  it('is a task for each machine and day, from the first to the last moment of the session', () => {
    for (const session of sessions) {
      const all = tasks.under('PolicySession', session.id)
      const machines = new Set(all.map(({ VmDisplayName }) => VmDisplayName))
      expect(machines.size).toBeGreaterThan(1)
      for (const machine of machines) {
        const own = all.filter(({ VmDisplayName }) => VmDisplayName === machine)
        const end = session.EndTimeUTC ?? simulation.now()
        expect(own[0]!.CreationTimeUTC - session.CreationTimeUTC).toBeLessThan(seconds(16))
        expect(own.at(-1)!.EndTimeUTC).toBe(session.EndTimeUTC)
        for (const [n, task] of own.entries()) {
          if (n > 0) expect(task.CreationTimeUTC % days(1)).toBeLessThan(seconds(16))
          if (n > 0) expect(task.CreationTimeUTC).toBe(own[n - 1]!.EndTimeUTC)
          expect((task.EndTimeUTC ?? end) - task.CreationTimeUTC).toBeLessThan(days(1) + seconds(16))
          expect(task.State).toBe(task.EndTimeUTC === undefined ? 'InProgress' : 'Completed')
          expect(task.Reason === undefined).toBe(task.Result === 'Success')
        }
      }
    }
  }) // prettier-ignore

  it('is as bad as its worst task, and says why it failed', () => {
    const found = new Set<string>()
    for (const { id, Result, FailureMessage, State } of sessions) {
      if (State === 'Working') continue
      const own = tasks.under('PolicySession', id)
      const worst = ['Failed', 'Warning', 'Success'].find((result) => own.some((it) => it.Result === result))
      expect(Result).toBe(worst)
      const reasons = own.filter((it) => it.Result === 'Failed').map(({ Reason }) => Reason)
      if (Result === 'Failed') expect(reasons).toContain(FailureMessage)
      else expect(FailureMessage).toBe('')
      found.add(Result)
    }
    expect(found).toEqual(new Set(['Success', 'Warning', 'Failed']))
  })

  it('is all well on a server where nothing fails', () => {
    const lived = builtIn('default')
    const servers = lived.servers.map((server) => ({ ...server, isFlawless: true }))
    const results = [...tableOf(frozen({ ...lived, servers }), cdpReplicaTaskSession)]
    expect(new Set(results.map(({ Result }) => Result))).toEqual(new Set(['Success']))
  })

  it('is not known since a server was lost', () => {
    const lived = builtIn('default')
    const server = lived.servers[0]!.name
    const lost = frozen({ ...lived, incidents: [{ kind: 'offline', server, hoursAgo: 72 }] })
    const known = [...tableOf(lost, cdpReplicaSession)]
    expect(known.length).toBeGreaterThan(0)
    for (const { CreationTimeUTC, EndTimeUTC = 0 } of known)
      expect(Math.max(CreationTimeUTC, EndTimeUTC)).toBeLessThan(noon - days(3))
  })

  it('is there for whoever has lived less than a day, but short', () => {
    const [session, ...more] = tableOf(frozen(small(0, {})), cdpReplicaSession)
    expect([session?.State, more.map(({ State }) => State)]).toEqual(['Working', []])
  })
})

describe('on the wire', () => {
  let em: Em
  let token: string
  beforeAll(async () => {
    em = await openEm({ scenario: 'docs' })
    token = await em.logOn()
  })
  afterAll(() => em.close())
  interface Told {
    readonly Links: readonly { readonly Rel: string; readonly Href: string }[]
    readonly ObjectInJobs: readonly Told[]
    readonly [member: string]: unknown
  }
  const ask = async (path: string) => {
    const { status, body } = await em.ask(`GET /api${path}`, { token, accept: accepts.json })
    expect(status).toBe(200)
    return JSON.parse(body.replaceAll('http://em.example.net:9399/api', '')) as Told
  }

  it('a policy offers what it is not', async () => {
    const policy = policyNamed(em.simulation, 'CDP Policy 1')
    const offered = async () =>
      (await ask(`/cdpPolicies/${policy.id}?format=Entity`)).Links.flatMap(({ Rel }) =>
        Rel.endsWith('able') ? [Rel] : [],
      )
    expect(await offered()).toEqual(['Disable'])
    tableOf(em.simulation, cdpPolicy).replace({ ...policy, ScheduleEnabled: false })
    expect(await offered()).toEqual(['Enable'])
    tableOf(em.simulation, cdpPolicy).replace(policy)
  })

  it('what it protects is a list of objects as of a job, which lead back to it', async () => {
    const { id } = policyNamed(em.simulation, 'CDP Policy 1')
    const { ObjectInJobs: objects } = await ask(`/cdpPolicies/${id}/includes`)
    expect(objects.map(({ Name }) => Name)).toEqual(['oracle03', 'dbserver01', 'crm01'])
    const [first] = objects
    expect(first).toMatchObject({
      Type: 'ObjectInJob',
      GuestProcessingOptions: {
        VssSnapshotOptions: { VssSnapshotMode: 'RequireSuccess', IsCopyOnly: true },
        WindowsGuestFSIndexingOptions: null,
        LinuxGuestFSIndexingOptions: null,
        SqlBackupOptions: null,
        WindowsCredentialsId: '00000000-0000-0000-0000-000000000000',
      },
    })
    expect(first!.Links.map(({ Rel, Href }) => [Rel, Href])).toEqual([
      ['Delete', first!['Href']],
      ['Up', `/cdpPolicies/${id}?format=Entity`],
    ])
    expect(await ask(String(first!['Href']))).toEqual(first)
  })

  it.each(['cdpReplica', 'cdpReplicas'])('vApps are below /%s', async (path) => {
    const [machine] = tableOf(em.simulation, vAppCdpReplicaVm)
    const below = `/${path}/vApps/${machine!.up.Replica}`
    expect((await ask(`/${path}/vApps`))['Refs']).toHaveLength(1)
    expect((await ask(below))['Type']).toBe('VAppCdpReplicaReference')
    expect((await ask(`${below}/vms`))['Refs']).toHaveLength(2)
    expect((await ask(`${below}/vms/${machine!.id}`))['Type']).toBe('VAppCdpReplicaVmReference')
  })
})
