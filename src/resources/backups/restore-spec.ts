import { ignored, list, optional, struct, text, boolean, uid } from '../../model/shape.ts'

/** How one machine is restored, where that is not as it was. */
const machine = () =>
  struct({
    VmRestorePointUid: optional(uid('VmRestorePoint')),
    VmNewName: optional(text()),
    DatastoreRef: optional(text()),
    OrgVdcStorageProfileRef: optional(text()),
    LinkedCloneVmTemplateRef: optional(text()),
  })

/**
 * How a machine or a vApp is restored (em_rest post_vmrestorepoints_id_actionrestore and its like for vApps). All of it
 * may be left out: it is as it was then (documented by the restore scenario of 13, and by the schema of 9.0).
 */
export const restoreSpec = () =>
  struct({
    VmRestoreSpec: optional(
      struct({
        PowerOnAfterRestore: optional(boolean()),
        HierarchyRootUid: optional(uid('HierarchyRoot')),
        QuickRollback: optional(boolean()),
        KeepOriginalVM: optional(boolean()),
        VmRestoreParameters: optional(machine()),
      }),
    ),
    // For a machine of vCloud (schema of 9.0, and a client for 9.5 to 13).
    vCloudVmRestoreSpec: optional(
      struct({
        PowerOnAfterRestore: optional(boolean()),
        HierarchyRootUid: optional(uid('HierarchyRoot')),
        vAppRef: ignored(text()),
        VmRestoreParameters: optional(machine()),
      }),
    ),
    vCloudVAppRestoreSpec: optional(
      struct({
        PowerOnAfterRestore: optional(boolean()),
        HierarchyRootUid: optional(uid('HierarchyRoot')),
        OrgVdcRef: optional(text()),
        vAppNewName: optional(text()),
        VmsRestoreParameters: optional(list('Vm', machine())),
      }),
    ),
    // Of a database alone (schema of 9.0).
    SqlItemRestoreSpec: optional(struct({})),
  })
