import { rootId } from './objects.ts'
import { idOf } from '../../random/ids.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { World } from '../../simulation/core/simulation.ts'
import type { EntityOf } from '../../model/resource.ts'
import {
  backupServer,
  externalRepository,
  hierarchyRoot,
  managedServer,
  repository,
  wanAccelerator,
} from '../../resources/index.ts'
import { gigabyte } from '../../model/size.ts'
import type { Seeder } from '../seeder.ts'
import { jobState } from '../../simulation/jobs/job-state.ts'

export const infrastructureSeeder: Seeder = {
  when: 'before the past',
  seed: plantInfrastructure,
}

type Server = EntityOf<typeof backupServer>
type Repository = EntityOf<typeof repository>
type HostType = EntityOf<typeof managedServer>['ManagedServerType']

interface Host {
  readonly type: HostType
  readonly says: string
}

/**
 * Makes what the servers, repositories and jobs that are there imply: the hosts that a server manages, the roots of its
 * virtual machines, an external repository beside object storage, and a pair of WAN accelerators for copy jobs.
 */
function plantInfrastructure(world: World): void {
  for (const server of tableOf(world, backupServer)) {
    const jobs = [...world.state(jobState).jobs.values()].filter(
      ({ up }) => up.BackupServer === server.id,
    )
    plantHost(world, server, server.Name, { type: 'Local', says: 'Backup server' })
    for (const it of tableOf(world, repository))
      if (it.up.BackupServer === server.id) plantAround(world, server, it)
    for (const platform of ['VMware', 'HyperV', 'vCloud'] as const)
      if (jobs.some((job) => job.platform === platform)) plantRoot(world, server, platform)
    if (jobs.some(({ kind }) => kind === 'BackupCopy' || kind === 'ImmediateBackupCopy'))
      plantAccelerators(world, server)
  }
}

/** Adds a host that the server manages, once. */
function plantHost(world: World, server: Server, Name: string, { type, says }: Host): void {
  const hosts = tableOf(world, managedServer)
  const id = idOf(world.chance.seed, 'ManagedServer', server.Name, Name)
  if (hosts.get(id) !== undefined) return
  hosts.add({
    id,
    up: { BackupServer: server.id },
    Description: says,
    ManagedServerType: type,
    Name,
  })
}

/** The repositories that need a host of their own; shares, appliances and object storage do with the server. */
const hostTypes: Partial<Record<Repository['Kind'], HostType>> = {
  WindowsLocal: 'Windows',
  LinuxLocal: 'Linux',
  ExaGrid: 'Linux',
}

/** What is beside a repository: its host, or an external repository in the same cloud. */
function plantAround(world: World, server: Server, { Name, Kind }: Repository): void {
  const word = wordOf(Name)
  const type = hostTypes[Kind]
  // The product makes this one by itself, on the backup server.
  if (type !== undefined && Name !== 'Default Backup Repository')
    plantHost(world, server, inDomain(server, word), { type, says: `Host of ${Name}` })
  if (Kind !== 'AmazonS3Compatible') return
  const { chance } = world
  const id = idOf(chance.seed, 'ExternalRepository', server.Name, Name)
  tableOf(world, externalRepository).add({
    id,
    up: { BackupServer: server.id },
    RepositoryType: 'AmazonS3External',
    Path: `amazonS3://${word}/external`,
    UsedSpace: Math.round(chance.of(id, 'used').number(20, 900) * gigabyte),
    Description: `Created by ${labelOf(server)}\\backupadmin.`,
    Name: `${Name} External`,
  })
}

/** What virtual machines hang from, and what runs them. */
const platforms = {
  VMware: {
    root: { word: 'vcenter', type: 'VC', says: 'vCenter Server' },
    host: { word: 'esxi', type: 'ESXi', says: 'ESXi host' },
  },
  HyperV: {
    root: { word: 'hvcluster', type: 'HvCluster', says: 'Hyper-V cluster' },
    host: { word: 'hv', type: 'HvServer', says: 'Hyper-V host' },
  },
  // What runs its machines is below the vCenter.
  vCloud: {
    root: { word: 'vcd', type: 'VcdSystem', says: 'VMware Cloud Director' },
    host: undefined,
  },
} as const

/**
 * Adds the root that the references to a server's machines name (`objects.ts`), and the hosts below it. The root and
 * its managed server share their id, as the real ones do (documented).
 */
function plantRoot(world: World, server: Server, platform: keyof typeof platforms): void {
  const { root, host } = platforms[platform]
  const { seed } = world.chance
  const id = rootId(seed, server.Name, platform)
  const name = hostName(server, root.word)
  tableOf(world, managedServer).add({
    id,
    up: { BackupServer: server.id, HierarchyRoot: id },
    Description: root.says,
    ManagedServerType: root.type,
    Name: name,
  })
  tableOf(world, hierarchyRoot).add({
    id,
    up: { BackupServer: server.id, ManagedServer: id },
    HierarchyRootId: id,
    UniqueId: platform === 'HyperV' ? name : idOf(seed, 'VCenter', name),
    HostType: root.type,
    Name: name,
  })
  if (host === undefined) return
  for (const letter of ['a', 'b'])
    plantHost(world, server, hostName(server, host.word, letter), host)
}

/** Adds the two ends of a slow line. */
function plantAccelerators(world: World, server: Server): void {
  const { chance } = world
  const HighBandwidthModeEnabled = chance.of('accelerators', server.Name).chance(0.3)
  const ends = { a: 'source', b: 'target' }
  for (const [letter, end] of Object.entries(ends)) {
    const name = hostName(server, 'wan', letter)
    const id = idOf(chance.seed, 'WanAccelerator', server.Name, name)
    plantHost(world, server, name, { type: 'Windows', says: 'Host of a WAN accelerator' })
    tableOf(world, wanAccelerator).add({
      id,
      up: { BackupServer: server.id },
      Description: `WAN accelerator, ${end} side`,
      OutOfDate: false,
      Version: server.Version,
      Capacity: chance.of(id, 'cache').pick([100, 150, 250]),
      TrafficPort: 6165,
      ConnectionsCount: 5,
      CachePath: 'C:\\VeeamWAN',
      HighBandwidthModeEnabled,
      Name: name,
    })
  }
}

const labelOf = ({ Name }: Server): string => Name.split('.')[0] ?? ''

/** `vcenter01.example.net`, for a server called `vbr01.example.net`. */
function hostName(server: Server, word: string, letter = ''): string {
  const number = /\d+$/.exec(labelOf(server))?.[0] ?? '01'
  return inDomain(server, `${word}${number}${letter}`)
}

const inDomain = ({ Name }: Server, label: string): string =>
  [label, ...Name.split('.').slice(1)].join('.')

/** `Linux Hardened` → `linux-hardened`. */
const wordOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9\s._-]/g, '')
    .replace(/[\s._-]+/g, '-')
    .replace(/^-|-$/g, '') || 'repository'
