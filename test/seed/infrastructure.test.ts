import { describe, expect, it } from 'vitest'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import {
  backupServer,
  externalRepository,
  hierarchyRoot,
  managedServer,
  vmRestorePoint,
  wanAccelerator,
} from '../../src/resources/index.ts'
import { frozen, small, tasksOf } from './worlds.ts'

const simulation = frozen('default')
const [first, second] = [...tableOf(simulation, backupServer)]

describe('what a server manages', () => {
  it.each([
    [
      first,
      [
        'Local vbr01.example.net',
        'Windows main-repository.example.net',
        'Linux linux-hardened.example.net',
        'VC vcenter01.example.net',
        'ESXi esxi01a.example.net',
        'ESXi esxi01b.example.net',
        'VcdSystem vcd01.example.net',
        'Windows wan01a.example.net',
        'Windows wan01b.example.net',
      ],
    ],
    [
      second,
      [
        'Local vbr02.example.net',
        'Windows site-b-repository.example.net',
        'HvCluster hvcluster02.example.net',
        'HvServer hv02a.example.net',
        'HvServer hv02b.example.net',
      ],
    ],
  ])('follows from its repositories and jobs', (server, hosts) => {
    const own = [...tableOf(simulation, managedServer)].filter(({ up }) => up.BackupServer === server!.id)
    expect(own.map((it) => `${it.ManagedServerType} ${it.Name}`)).toEqual(hosts)
  })

  it.each<[what: string, job: Parameters<typeof small>[1], hosts: readonly string[]]>([
    ['agents need no hypervisor', { type: 'AgentBackup' }, ['vbr']],
    ['shares neither', { type: 'NasBackup' }, ['vbr']],
    ['a server without number or domain counts from one', {}, ['vbr', 'vcenter01', 'esxi01a', 'esxi01b']],
  ])('%s', (_what, job, hosts) => {
    const names = [...tableOf(frozen(small(0, job)), managedServer)].map(({ Name }) => Name)
    expect(names.filter((name) => name !== 'disk')).toEqual(hosts)
  })
})

describe('hierarchy roots', () => {
  const roots = new Map([...tableOf(simulation, hierarchyRoot)].map((it) => [it.id, it]))

  it.each([
    ['task sessions', tasksOf(simulation).map((it) => [it.VmUid, it.up.BackupServer])],
    ['restore points', [...tableOf(simulation, vmRestorePoint)].map((it) => [it.HierarchyObjRef, it.up.BackupServer])],
  ])('are those that the machines of %s name, on the same server', (_what, machines) => {
    let seen = 0
    for (const [ref, server] of machines) {
      const [, platform, id] = /^urn:(VMware|HyperV):Vm:([\da-f-]{36})\./.exec(ref ?? '') ?? []
      if (id === undefined) continue
      seen++
      expect(roots.get(id)).toMatchObject({
        HierarchyRootId: id,
        HostType: platform === 'VMware' ? 'VC' : 'HvCluster',
        up: { BackupServer: server },
      })
    }
    expect(seen).toBeGreaterThan(100)
  })

  it('share their id and name with a managed server, and each leads to the other', () => {
    for (const { id, Name, HostType } of roots.values())
      expect(tableOf(simulation, managedServer).get(id)).toMatchObject({
        Name,
        ManagedServerType: HostType,
        up: { HierarchyRoot: id },
      })
    const leading = [...tableOf(simulation, managedServer)].filter(({ up }) => up.HierarchyRoot !== undefined)
    expect(leading).toHaveLength(roots.size)
  })

  it('are known by what the platform itself calls them', () => {
    expect([...roots.values()].map(({ UniqueId }) => UniqueId)).toEqual([
      expect.stringMatching(/^[\da-f-]{36}$/),
      expect.stringMatching(/^[\da-f-]{36}$/),
      'hvcluster02.example.net',
    ])
  })
})

it('object storage has an external repository beside it', () => {
  expect([...tableOf(simulation, externalRepository)]).toMatchObject([
    {
      up: { BackupServer: first!.id },
      Name: 'Cloud Archive External',
      RepositoryType: 'AmazonS3External',
      Path: 'amazonS3://cloud-archive/external',
      Description: 'Created by vbr01\\backupadmin.',
    },
  ])
})

it('copy jobs have a pair of WAN accelerators, alike in mode and on hosts that are managed', () => {
  const pair = [...tableOf(simulation, wanAccelerator)]
  expect(pair.map(({ up }) => up.BackupServer)).toEqual([first!.id, first!.id])
  expect(new Set(pair.map((it) => it.HighBandwidthModeEnabled)).size).toBe(1)
  const hosts = [...tableOf(simulation, managedServer)].map(({ Name }) => Name)
  expect(hosts).toEqual(expect.arrayContaining(pair.map(({ Name }) => Name)))
})

it('repositories whose names make one word share a host', () => {
  const [server] = small(0, {}).servers
  const twins = ['Büro 1', 'büro-1', '倉庫'].map((name) => ({
    name,
    kind: 'LinuxLocal' as const,
  }))
  const estate = { ...small(0, {}), servers: [{ ...server!, repositories: twins, jobs: [] }] }
  const names = [...tableOf(frozen(estate), managedServer)].map(({ Name }) => Name)
  expect(names).toEqual(['vbr', 'buro-1', 'repository'])
})
