import { struct, text, uid } from '../../model/shape.ts'

/** CloudPublicIpAddressCreateSpec of POST /cloud/publicIpAddresses (em_rest post_publicipaddresses). */
export const cloudPublicIpAddressCreateSpec = () =>
  struct({
    BackupServerUid: uid('BackupServer'),
    IpAddressLowerBound: text(),
    IpAddressUpperBound: text(),
  })
