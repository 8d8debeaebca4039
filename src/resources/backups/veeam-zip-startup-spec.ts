import { enumeration, numeric, optional, repeated, struct, text, boolean, uid } from '../../model/shape.ts'

/** A backup of some machines that belongs to no job (em_rest post_backupservers_id_zip). */
export const veeamZipStartupSpec = () =>
  struct({
    VmRef: repeated(text()),
    RepositoryUid: uid('Repository'),
    PasswordKeyId: optional(text()),
    CompressionLevel: optional(numeric()),
    DisableGuestQuiescence: optional(boolean()),
    BackupRetention: optional(
      enumeration(
        'Never',
        'Tonight',
        'TomorrowNight',
        'In3days',
        'In1Week',
        'In2Weeks',
        'In1Month',
        'In3Months',
        'In6Months',
        'In1Year',
        'In2Years',
        'In3Years',
        'In5Years',
        'In7Years',
      ),
    ),
  })
