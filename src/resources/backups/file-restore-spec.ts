import { attribute, ignored, optional, struct, text, boolean } from '../../model/shape.ts'

/** FileRestoreSpec: one of the two, back to where it was if neither is said (em_rest post_vmrestorepoints_id_mountpoints_id_filepath_actionrestore). */
export const fileRestoreSpec = () =>
  struct({
    ToOriginalLocation: optional(
      struct({
        GuestCredentials: ignored(struct({ UserName: text(), Password: text() })),
        Overwrite: optional(attribute(boolean())),
        PermissionsOnly: optional(attribute(boolean())),
      }),
    ),
    ForDirectDownload: optional(struct({})),
  })
