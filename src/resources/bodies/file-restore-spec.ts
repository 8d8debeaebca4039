import { attribute, optional, struct, text, truth } from '../../model/shape.ts'

/** FileRestoreSpec: one of the two (em_rest post_vmrestorepoints_id_mountpoints_id_filepath_actionrestore). */
export const fileRestoreSpec = () =>
  struct({
    ToOriginalLocation: optional(
      struct({
        GuestCredentials: optional(struct({ UserName: text(), Password: text() })),
        Overwrite: optional(attribute(truth())),
        PermissionsOnly: optional(attribute(truth())),
      }),
    ),
    ForDirectDownload: optional(struct({})),
  })
