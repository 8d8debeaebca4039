import { optional, struct, text, uid } from '../../model/shape.ts'

/** CloudPublicIpAddressCreateSpec of POST /cloud/publicIpAddresses (em_rest post_publicipaddresses). */
export const cloudPublicIpAddressCreateSpec = () =>
  struct({
    BackupServerUid: optional(uid('BackupServer')),
    IpAddressLowerBound: text(),
    /** The same one if not given. */
    IpAddressUpperBound: optional(text()),
  })
