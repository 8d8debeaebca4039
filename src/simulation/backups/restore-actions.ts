import { errors } from '../../model/api-error.ts'
import type { ValueOf } from '../../model/shape.ts'
import { catalogVmRestorePoint, hierarchyRoot, vAppRestorePoint, vmRestorePoint } from '../../resources/index.ts'
import { restoreSpec } from '../../resources/backups/restore-spec.ts'
import { action, everyone, type Action } from '../core/action.ts'
import { guestPathAt } from './guest-path.ts'
import { referred } from '../infrastructure/referred.ts'
import { newRef } from './restored-ref.ts'
import { beginRestore, lengths } from './restores.ts'
import type { Simulation } from '../core/simulation.ts'

const body = { name: 'RestoreSpec', shape: restoreSpec() }

/** What is restored from backups: machines, vApps, and indexed files (em_rest vmRestorePoints, vAppRestorePoints, catalog). */
export const restoreActions: readonly Action[] = [
  action({
    method: 'POST',
    path: '/vmRestorePoints/{VmRestorePoint}',
    action: 'restore',
    task: 'StartVMRestore',
    onlyFor: everyone,
    body,
    check({ simulation, body, row }) {
      const point = row(vmRestorePoint)
      refuseSql(body)
      if (body.vCloudVAppRestoreSpec !== undefined) throw expected('VmRestoreSpec', 'machine')
      const spec = machineSpec(body)
      if (spec.KeepOriginalVM === true && spec.QuickRollback === true)
        throw errors.badRequest(
          'Found KeepOriginalVM and QuickRollback both true; what is kept beside the original is no rollback.',
        )
      refuseOtherRoot(simulation, spec.HierarchyRootUid, point.up.BackupServer)
      const named = spec.VmRestoreParameters?.VmRestorePointUid
      if (named !== undefined && referred(simulation, vmRestorePoint, named).id !== point.id)
        throw errors.badRequest(
          `Found VmRestorePointUid urn:veeam:VmRestorePoint:${named}; expected the point that is restored, ${point.id}.`,
        )
    },
    act({ simulation, body, row }) {
      const spec = machineSpec(body)
      const { id, up, VmDisplayName: name, HierarchyObjRef: ref } = row(vmRestorePoint)
      const newName = spec.VmRestoreParameters?.VmNewName ?? name
      const isBeside = spec.KeepOriginalVM === true || newName !== name
      const session = beginRestore(simulation, {
        name,
        server: up.BackupServer ?? '',
        of: [ref],
        as: isBeside ? newRef(simulation, ref, newName, spec.HierarchyRootUid) : ref,
        point: { type: vmRestorePoint.name, id },
        from: id,
        minutes: spec.QuickRollback === true ? lengths.machine / 4 : lengths.machine,
      })
      return { related: { RestoreSession: [session] } }
    },
  }),
  action({
    method: 'POST',
    path: '/vAppRestorePoints/{VAppRestorePoint}',
    action: 'restore',
    task: 'StartvAppRestore',
    onlyFor: everyone,
    body,
    check({ simulation, body, row }) {
      const point = row(vAppRestorePoint)
      refuseSql(body)
      if (body.VmRestoreSpec !== undefined || body.vCloudVmRestoreSpec !== undefined)
        throw expected('vCloudVAppRestoreSpec', 'vApp')
      const { HierarchyRootUid, OrgVdcRef, VmsRestoreParameters = [] } = body.vCloudVAppRestoreSpec ?? {}
      refuseOtherRoot(simulation, HierarchyRootUid, point.up.BackupServer)
      if (OrgVdcRef !== undefined && !/^urn:vcloud:orgvdc:\S/i.test(OrgVdcRef.trim()))
        throw errors.badRequest(
          `Found OrgVdcRef "${OrgVdcRef.slice(0, 200)}"; expected a reference such as urn:vCloud:OrgVdc:<root>.urn:vcloud:vdc:<id>.`,
        )
      for (const { VmRestorePointUid: uid } of VmsRestoreParameters)
        if (uid !== undefined && referred(simulation, vmRestorePoint, uid).up.RestorePoint !== point.up.RestorePoint)
          throw errors.badRequest(
            `Found VmRestorePointUid urn:veeam:VmRestorePoint:${uid}; expected a machine of the same restore point as the vApp.`,
          )
    },
    act({ simulation, body: { vCloudVAppRestoreSpec: spec }, row }) {
      const { id, up, VAppDisplayName: name, HierarchyObjRef: ref } = row(vAppRestorePoint)
      const newName = spec?.vAppNewName ?? name
      const session = beginRestore(simulation, {
        name,
        server: up.BackupServer ?? '',
        of: [ref],
        as: newName === name ? ref : newRef(simulation, ref, newName, spec?.HierarchyRootUid),
        point: { type: vAppRestorePoint.name, id },
        minutes: 2 * lengths.machine,
      })
      return { related: { RestoreSession: [session] } }
    },
  }),
  action({
    method: 'POST',
    path: '/catalog/vms/{CatalogVm}/vmRestorePoints/{CatalogVmRestorePoint}',
    action: 'browse',
    // As the real server does: a task, but answered with 200 (documented).
    task: 'BrowseVM',
    status: 200,
    onlyFor: everyone,
    act({ row }) {
      const { id, up } = row(catalogVmRestorePoint)
      return { message: null, up: { CatalogVm: up.CatalogVm ?? '', CatalogVmRestorePoint: id } }
    },
  }),
  action({
    method: 'POST',
    path: '/catalog/vms/{CatalogVm}/vmRestorePoints/{CatalogVmRestorePoint}/guestfs/{filepath}',
    action: 'restore',
    task: 'RestoreFile',
    onlyFor: everyone,
    check({ simulation, keys, row }) {
      const { Name: machine, BackupDateUTC: at } = row(catalogVmRestorePoint)
      return guestPathAt(simulation, { machine, at }, keys['filepath'] ?? '')
    },
    act({ simulation, row }, path) {
      const { id, Name: machine } = row(catalogVmRestorePoint)
      const { up, HierarchyObjRef: ref } = referred(simulation, vmRestorePoint, id)
      const session = beginRestore(simulation, {
        name: machine,
        server: up.BackupServer ?? '',
        type: 'FileLevelRestore',
        of: [`${ref} ${path}`],
        point: { type: vmRestorePoint.name, id },
        from: id,
        minutes: lengths.files,
      })
      return {
        message: 'Restore operations started successfully.',
        related: { FileRestore: [session] },
      }
    },
  }),
]

type Body = ValueOf<ReturnType<typeof restoreSpec>>

/** How a machine is restored; as it was, if nothing is said. */
const machineSpec = ({ VmRestoreSpec, vCloudVmRestoreSpec }: Body): NonNullable<Body['VmRestoreSpec']> =>
  VmRestoreSpec ?? vCloudVmRestoreSpec ?? {}

function refuseSql({ SqlItemRestoreSpec }: Body): void {
  if (SqlItemRestoreSpec !== undefined)
    throw errors.badRequest(
      'Found SqlItemRestoreSpec, which restores a database; here machines are restored, as VmRestoreSpec says.',
    )
}

const expected = (spec: string, what: string) =>
  errors.badRequest(`A restore of a ${what} is told by <${spec}> alone in RestoreSpec.`)

/** Throws a 400 ApiError if a hierarchy root is not there, or another server's. */
function refuseOtherRoot(simulation: Simulation, root: string | undefined, server = ''): void {
  if (root === undefined || root === '') return
  const { Name, up } = referred(simulation, hierarchyRoot, root)
  if (up.BackupServer !== server)
    throw errors.badRequest(
      `Found HierarchyRootUid urn:veeam:HierarchyRoot:${root}, "${Name}"; expected a host of the point's own backup server.`,
    )
}
