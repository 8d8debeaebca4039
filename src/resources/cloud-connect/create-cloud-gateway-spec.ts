import { enumeration, ignored, numeric, optional, struct, text, uid } from '../../model/shape.ts'

/** CreateCloudGatewaySpec of POST /cloud/gateways (em_rest post_gateways). */
export const createCloudGatewaySpec = () =>
  struct({
    /** As earlier versions have it: a UID or a name. */
    BackupServerIdOrName: optional(text()),
    ServerHostName: text(),
    Description: optional(text()),
    // Of the schema of 9.0.
    IncomingPort: ignored(numeric()),
    ExternalIp: optional(text()),
    ExternalPort: optional(numeric()),
    NetworkType: optional(enumeration('Direct', 'NAT')),
    InternalPort: optional(numeric()),
    BackupServerUid: optional(uid('BackupServer')),
  })
