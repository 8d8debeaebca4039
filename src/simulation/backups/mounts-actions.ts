import { fileAt, folderAt, isLinux, namesIn, spelledOn, writtenPath } from '../../guest-files/tree.ts'
import { errors } from '../../model/api-error.ts'
import type { Row, ValueOf } from '../../model/shape.ts'
import {
  agentRestorePoint,
  agentRestorePointMount,
  vmReplicaPoint,
  vmReplicaPointMount,
  vmRestorePoint,
  vmRestorePointMount,
} from '../../resources/index.ts'
import { fileRestoreSpec } from '../../resources/backups/file-restore-spec.ts'
import { mountSpec } from '../../resources/backups/mount-spec.ts'
import type { MountRow } from '../../resources/backups/mount-shape.ts'
import { action, everyone, type Action, type Doing, type Done } from '../core/action.ts'
import { addMount, guestOf, mountsOf, pointTypeOf, type MountType } from './mounts.ts'
import { refuseUnreached } from '../infrastructure/reached.ts'
import { beginRestore, lengths } from './restores.ts'
import type { Simulation } from '../core/simulation.ts'

/** A point of any type, as mounts see it. */
interface Backed {
  readonly point: Row
  readonly machine: string
  readonly at: number
}

type Rows = Pick<Doing, 'row'>
type FileRestore = Doing<ValueOf<ReturnType<typeof fileRestoreSpec>>>

/** What is done to the mounts of a type of point. @param backed what stands in the path. */
const actionsOf = (type: MountType, backed: (doing: Rows) => Backed): readonly Action[] => {
  const path = `/${type.path}`
  const one = `${path}/{${type.name}}`
  const mountIn = (doing: Rows): MountRow => doing.row(type)
  return [
    action({
      method: 'POST',
      path,
      task: 'MountRestorePoint',
      onlyFor: everyone,
      // No name of the root was found anywhere.
      body: { name: 'MountSpec', shape: mountSpec(), hasAnyName: true },
      act(doing) {
        const { simulation, logon } = doing
        const { OsKind: os = 'Windows' } = doing.body
        const { point, machine, at } = backed(doing)
        refuseUnreached(simulation, point.up['BackupServer'] ?? '', `of "${machine}"`)
        const { id, Number } = addMount(simulation, { type, logon, point, machine, at, os })
        return { related: { [type.name]: [id] }, up: { MountedPoint: point.id, Mount: Number } }
      },
    }),
    action({
      method: 'DELETE',
      path: one,
      onlyFor: everyone,
      act(doing) {
        mountsOf(doing.simulation, type).remove(mountIn(doing).id)
        return {}
      },
    }),
    action({
      method: 'POST',
      path: `${one}/{filepath}`,
      action: 'restore',
      task: 'FileRestoreFromMountPoint',
      onlyFor: everyone,
      body: { name: 'FileRestoreSpec', shape: fileRestoreSpec() },
      check: (doing) => restoredPath(doing, mountIn(doing)),
      act(doing, path) {
        if (doing.body.ForDirectDownload !== undefined) return downloadOf(type, mountIn(doing), path)
        restoreBack(doing.simulation, type, backed(doing), path)
        return {}
      },
    }),
  ]
}

/** What is done to mounts, and to files there (em_rest post_vmrestorepoints_id_mountpoints and its like). */
export const mountsActions: readonly Action[] = [
  ...actionsOf(vmRestorePointMount, (doing) => {
    const point = doing.row(vmRestorePoint)
    return { point, machine: point.VmDisplayName, at: point.CreationTimeUTC }
  }),
  ...actionsOf(vmReplicaPointMount, (doing) => {
    const point = doing.row(vmReplicaPoint)
    return { point, machine: point.VmDisplayName, at: point.CreationTimeUTC }
  }),
  ...actionsOf(agentRestorePointMount, (doing) => {
    const point = doing.row(agentRestorePoint)
    return { point, machine: point.ComputerName, at: point.CreationTimeUTC }
  }),
]

/**
 * What is to be restored, as the machine spells it. Throws ApiErrors: 404 for what is not there, 400 for what does not
 * say where to, or what cannot be done to a folder or on Linux.
 */
function restoredPath({ simulation, keys, body }: FileRestore, mount: MountRow): readonly string[] {
  const { ToOriginalLocation: back, ForDirectDownload: download } = body
  if (back !== undefined && download !== undefined)
    throw errors.badRequest('Found both in FileRestoreSpec, expected one of ToOriginalLocation and ForDirectDownload.')
  const guest = guestOf(simulation, mount)
  const path = spelledOn(guest, namesIn(keys['filepath'] ?? ''))
  const spelled = path.join('/').slice(0, 200)
  const isFolder = folderAt(guest, path) !== undefined
  if (!isFolder && fileAt(guest, path) === undefined) throw errors.notFound('FileSystemEntry', spelled)
  if (isFolder && download !== undefined)
    throw errors.badRequest(`Found the folder ${spelled}; only files can be downloaded.`)
  if (back?.PermissionsOnly === true && isLinux(guest))
    throw errors.badRequest('Found PermissionsOnly=true; only Windows can have permissions alone.')
  return path
}

const downloadOf = (type: MountType, { id, up, Number }: MountRow, path: readonly string[]): Done => ({
  related: { [type.name]: [id] },
  up: { MountedPoint: up[pointTypeOf(type)] ?? '', MountedFile: `${Number}/${writtenPath(path)}` },
})

function restoreBack(
  simulation: Simulation,
  type: MountType,
  { point, machine }: Backed,
  path: readonly string[],
): void {
  const server = point.up['BackupServer'] ?? ''
  beginRestore(simulation, {
    name: machine,
    server,
    type: 'FileLevelRestore',
    of: [`${server} ${machine} ${path.join('/')}`],
    point: { type: pointTypeOf(type), id: point.id },
    ...(type === vmRestorePointMount && { from: point.id }),
    minutes: lengths.files,
  })
}
