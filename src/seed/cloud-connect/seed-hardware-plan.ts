import type { HardwarePlanSpec } from '#seed-data'
import { idOf } from '../../random/ids.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import type { EntityOf } from '../../model/resource.ts'
import { cloudHardwarePlan, hierarchyRoot, managedServer, vlanConfiguration } from '../../resources/index.ts'
import { hardwarePlanId } from './cloud-ids.ts'
import { rootId } from '../infrastructure/objects.ts'
import type { Provider } from './provider.ts'

type Details = EntityOf<typeof cloudHardwarePlan>['HardwarePlanDetails']

/** Which of the provider's plans it is, and how many tenants have it. */
interface SeedPlace {
  readonly n: number
  readonly subscribers: number
}

/** What runs the replicas: a host, or a cluster of them. */
interface Host {
  readonly root: string
  readonly ref: string
  readonly name: string
  readonly cluster: string | undefined
}

/** More than one host has to spare; such plans are for a cluster. */
const MOST_OF_A_HOST = 20_000

/** Adds a hardware plan, and the VLANs that its tenants' networks are made in. */
export function seedHardwarePlan(
  simulation: Simulation,
  server: Provider,
  spec: HardwarePlanSpec,
  place: SeedPlace,
): void {
  const { name, description = '', platform, cpuMhz, memoryMb } = spec
  const id = hardwarePlanId(simulation.chance.seed, server.id, name)
  const host = hostFor(simulation, server, spec, place)
  tableOf(simulation, cloudHardwarePlan).add({
    id,
    up: { BackupServer: server.id },
    Description: description,
    ...(cpuMhz !== undefined && { ProcessorUsageLimitMhz: cpuMhz }),
    ...(memoryMb !== undefined && { MemoryUsageLimitMb: memoryMb }),
    HardwarePlanDetails: detailsOf(simulation, id, host, spec),
    Name: name,
    Platform: platform,
  })
  plantVlan(simulation, server, { id, platform, host, place })
}

function hostFor(
  simulation: Simulation,
  server: Provider,
  { platform, cpuMhz = 0 }: HardwarePlanSpec,
  { n }: SeedPlace,
): Host {
  const { chance } = simulation
  const root = rootId(chance.seed, server.name, platform)
  const type = platform === 'VMware' ? 'ESXi' : 'HvServer'
  const hosts = [...tableOf(simulation, managedServer)].filter(
    (it) => it.up.BackupServer === server.id && it.ManagedServerType === type,
  )
  const domain = server.name.split('.').slice(1)
  const name = hosts[n % hosts.length]?.Name ?? [platform === 'VMware' ? 'esxi01a' : 'hv01a', ...domain].join('.')
  if (platform === 'HyperV') {
    const above = tableOf(simulation, hierarchyRoot).get(root)
    const cluster = above?.HostType === 'HvCluster' ? above : undefined
    // As the real server does: a reference to what is itself a root has nothing after the dot (documented).
    const ref = `urn:HyperV:Host:${root}.`
    return { root, ref, name: cluster?.Name ?? name, cluster: cluster?.id }
  }
  const draw = chance.of('host', server.name, String(n))
  const cluster = cpuMhz > MOST_OF_A_HOST ? `domain-c${draw.integer(7, 99)}` : undefined
  const key = cluster ?? `host-${draw.integer(10, 999)}`
  return {
    root,
    ref: `urn:VMware:Host:${root}.${key}`,
    name: cluster === undefined ? name : `Tenant Cluster ${n + 1}`,
    cluster,
  }
}

const STORAGE_GB = 500

function detailsOf(
  { chance }: Simulation,
  id: string,
  { root, ref, name, cluster }: Host,
  { platform, storageGb = STORAGE_GB }: HardwarePlanSpec,
): Details {
  const draw = chance.of(id, 'details')
  const storage = { FriendlyName: 'Cloud Replicas', Id: idOf(chance.seed, 'Storage', id) }
  const Network = {
    CountWithInternet: draw.integer(1, 2),
    CountWithoutInternet: draw.integer(0, 1),
    // As the real server does: the networks have the id of their plan (documented).
    Id: id,
  }
  if (platform === 'HyperV') {
    const VolumePath = cluster === undefined ? 'D:\\Replicas' : 'C:\\ClusterStorage\\Volume1'
    const volume = { ...storage, VolumePath, QuotaGb: storageGb }
    return { HvCloudHardwarePlan: { HypervisorHostRef: ref, Volumes: [volume], Network } }
  }
  const datastore = {
    ...storage,
    DatastoreType: 'Datastore',
    Reference: `urn:VMware:Datastore:${root}.datastore-${draw.integer(10, 999)}`,
    RootPath: '',
    QuotaGb: storageGb,
  }
  return {
    ViCloudHardwarePlan: {
      HypervisorHostRef: ref,
      ParentType: cluster === undefined ? 'HostSystem' : 'ClusterComputeResource',
      ParentName: name,
      Datastores: [datastore],
      Network,
    },
  }
}

/** Two ranges, one after the other, with room for two networks of each tenant; no two plans share a VLAN. */
function plantVlan(
  { chance, store }: Simulation,
  server: Provider,
  plan: { id: string; platform: HardwarePlanSpec['platform']; host: Host; place: SeedPlace },
): void {
  const { n, subscribers } = plan.place
  const { ref, name, cluster } = plan.host
  const draw = chance.of(plan.id, 'vlans')
  const first = 500 + 100 * n
  const middle = first + Math.max(draw.integer(10, 20), 2 * subscribers)
  const plug = switchFor(plan.platform, cluster, n, () => idOf(chance.seed, 'Switch', plan.id).toUpperCase())
  tableOf({ store }, vlanConfiguration).add({
    id: idOf(chance.seed, 'VlanConfiguration', plan.id),
    up: { BackupServer: server.id },
    HostRef: ref,
    PlatformType: plan.platform,
    VlanIdsWithInternetLeftBound: first,
    VlanIdsWithInternetRightBound: middle,
    VlanIdsWithoutInternetLeftBound: middle + 1,
    VlanIdsWithoutInternetRightBound: middle + Math.max(draw.integer(10, 20), subscribers),
    ...plug,
    ...(cluster !== undefined && { ClusterName: name, ClusterId: cluster }),
    Name: plug.SwitchName,
    HostName: name,
  })
}

type Switch = Pick<EntityOf<typeof vlanConfiguration>, 'SwitchName' | 'SwitchId' | 'SwitchType'>

/** As the real server does: vSphere knows a host's switch by its name, Hyper-V any by a GUID in capitals (documented). */
function switchFor(
  platform: HardwarePlanSpec['platform'],
  cluster: string | undefined,
  n: number,
  guid: () => string,
): Switch {
  if (platform === 'HyperV')
    return {
      SwitchName: `Tenant Networks ${n + 1} - Virtual Switch`,
      SwitchId: guid(),
      SwitchType: 'VirtualSwitch',
    }
  if (cluster === undefined) return { SwitchName: `vSwitch${n}`, SwitchId: `vSwitch${n}`, SwitchType: 'VirtualSwitch' }
  return {
    SwitchName: `DSwitch Tenants ${n + 1}`,
    SwitchId: `dvs-${40 + n}`,
    SwitchType: 'DistributedVirtualSwitch',
  }
}
