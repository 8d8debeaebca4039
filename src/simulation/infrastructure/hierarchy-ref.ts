import { errors } from '../../model/api-error.ts'
import { fileServer, hierarchyRoot } from '../../resources/index.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

/** Something of the virtual infrastructure, as a reference such as `urn:VMware:Vm:<root>.vm-7870` names it. */
interface HierarchyRef {
  readonly platform: 'VMware' | 'HyperV' | 'vCloud' | 'NasBackup'
  /** `Vm`, `ResourcePool`, `FileServer`, …; its own spelling. */
  readonly type: string
  /** The id of the hierarchy root, or of the file server, that it is below, and that one's name. */
  readonly root: string
  readonly rootName: string
}

const platforms = ['VMware', 'HyperV', 'vCloud', 'NasBackup'] as const

/**
 * Reads a reference that a client makes itself: the root has to be there, what is below it is taken as it is given
 * (em_rest lookup). Throws a 400 ApiError if it is none, or leads nowhere.
 */
export function hierarchyRef(simulation: Simulation, ref: string): HierarchyRef {
  const [, word = '', type = '', id = ''] =
    /^urn:(\w+):(\w+):([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\..+$/i.exec(ref.trim()) ?? []
  const platform = platforms.find((it) => it.toLowerCase() === word.toLowerCase())
  if (platform === undefined)
    throw errors.badRequest(
      `Found the reference "${ref.slice(0, 200)}"; expected one such as urn:VMware:Vm:<hierarchy root>.vm-7870.`,
    )
  if (platform === 'NasBackup') {
    const known = [...tableOf(simulation, fileServer)].find(
      ({ HierarchyObjRef }) => HierarchyObjRef.toLowerCase() === ref.trim().toLowerCase(),
    )
    if (known !== undefined) return { platform, type, root: known.id, rootName: known.Name }
    throw errors.badRequest(
      `Found the reference "${ref.slice(0, 200)}", which leads nowhere; GET /api/nas/fileServers lists file servers.`,
    )
  }
  const root = tableOf(simulation, hierarchyRoot).get(id)
  if (root !== undefined && platformOf(root.HostType) === platform)
    return { platform, type, root: root.id, rootName: root.Name }
  throw errors.badRequest(
    `Found the reference "${ref.slice(0, 200)}", which leads nowhere; expected one below a ${platform} hierarchy root: GET /api/hierarchyRoots lists them.`,
  )
}

const platformOf = (host: string): (typeof platforms)[number] =>
  host === 'VcdSystem' ? 'vCloud' : /^(Hv|Scvmm)/.test(host) ? 'HyperV' : 'VMware'
