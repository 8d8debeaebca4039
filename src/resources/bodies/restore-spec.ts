import { list, optional, struct, text, truth, uid } from '../../model/shape.ts'

/** How one machine is restored, where that is not as it was. */
const machine = () =>
  struct({
    VmRestorePointUid: uid('VmRestorePoint'),
    VmNewName: optional(text()),
    DatastoreRef: optional(text()),
    OrgVdcStorageProfileRef: optional(text()),
    LinkedCloneVmTemplateRef: optional(text()),
  })

/** One of the two: for a machine, or for a vApp (em_rest post_vmrestorepoints_id_actionrestore and its like for vApps). */
export const restoreSpec = () =>
  struct({
    VmRestoreSpec: optional(
      struct({
        PowerOnAfterRestore: truth(),
        HierarchyRootUid: optional(uid('HierarchyRoot')),
        QuickRollback: truth(),
        KeepOriginalVM: optional(truth()),
        VmRestoreParameters: optional(machine()),
      }),
    ),
    vCloudVAppRestoreSpec: optional(
      struct({
        PowerOnAfterRestore: truth(),
        HierarchyRootUid: uid('HierarchyRoot'),
        OrgVdcRef: text(),
        vAppNewName: optional(text()),
        VmsRestoreParameters: optional(list('Vm', machine())),
      }),
    ),
  })
