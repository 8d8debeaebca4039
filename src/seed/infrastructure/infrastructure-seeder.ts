import { rootId } from './objects.ts'
import { idOf } from '../../random/ids.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
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
function plantInfrastructure(simulation: Simulation): void {
  for (const server of tableOf(simulation, backupServer)) {
    const jobs = [...simulation.state(jobState).jobs.values()].filter(({ up }) => up.BackupServer === server.id)
    plantHost(simulation, server, server.Name, { type: 'Local', says: 'Backup server' })
    for (const it of tableOf(simulation, repository))
      if (it.up.BackupServer === server.id) plantAround(simulation, server, it)
    for (const platform of ['VMware', 'HyperV', 'vCloud'] as const)
      if (jobs.some((job) => job.platform === platform)) plantRoot(simulation, server, platform)
    if (jobs.some(({ kind }) => kind === 'BackupCopy' || kind === 'ImmediateBackupCopy'))
      plantAccelerators(simulation, server)
  }
}

/** Adds a host that the server manages, once. */
function plantHost(simulation: Simulation, server: Server, Name: string, { type, says }: Host): void {
  const hosts = tableOf(simulation, managedServer)
  const id = idOf(simulation.chance.seed, 'ManagedServer', server.Name, Name)
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
function plantAround(simulation: Simulation, server: Server, { Name, Kind }: Repository): void {
  const word = wordOf(Name)
  const type = hostTypes[Kind]
  // The product makes this one by itself, on the backup server.
  if (type !== undefined && Name !== 'Default Backup Repository')
    plantHost(simulation, server, inDomain(server, word), { type, says: `Host of ${Name}` })
  if (Kind !== 'AmazonS3Compatible') return
  const { chance } = simulation
  const id = idOf(chance.seed, 'ExternalRepository', server.Name, Name)
  tableOf(simulation, externalRepository).add({
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
function plantRoot(simulation: Simulation, server: Server, platform: keyof typeof platforms): void {
  const { root, host } = platforms[platform]
  const { seed } = simulation.chance
  const id = rootId(seed, server.Name, platform)
  const name = hostName(server, root.word)
  tableOf(simulation, managedServer).add({
    id,
    up: { BackupServer: server.id, HierarchyRoot: id },
    Description: root.says,
    ManagedServerType: root.type,
    Name: name,
  })
  tableOf(simulation, hierarchyRoot).add({
    id,
    up: { BackupServer: server.id, ManagedServer: id },
    HierarchyRootId: id,
    UniqueId: platform === 'HyperV' ? name : idOf(seed, 'VCenter', name),
    HostType: root.type,
    Name: name,
  })
  if (host === undefined) return
  for (const letter of ['a', 'b']) plantHost(simulation, server, hostName(server, host.word, letter), host)
}

/** Adds the two ends of a slow line. */
function plantAccelerators(simulation: Simulation, server: Server): void {
  const { chance } = simulation
  const HighBandwidthModeEnabled = chance.of('accelerators', server.Name).chance(0.3)
  const ends = { a: 'source', b: 'target' }
  for (const [letter, end] of Object.entries(ends)) {
    const name = hostName(server, 'wan', letter)
    const id = idOf(chance.seed, 'WanAccelerator', server.Name, name)
    plantHost(simulation, server, name, { type: 'Windows', says: 'Host of a WAN accelerator' })
    tableOf(simulation, wanAccelerator).add({
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

const inDomain = ({ Name }: Server, label: string): string => [label, ...Name.split('.').slice(1)].join('.')

/** `Linux Hardened` → `linux-hardened`. */
const wordOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9\s._-]/g, '')
    .replace(/[\s._-]+/g, '-')
    .replace(/^-|-$/g, '') || 'repository'
