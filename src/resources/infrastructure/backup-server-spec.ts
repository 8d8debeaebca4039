import { attribute, ignored, numeric, optional, struct, text, uid } from '../../model/shape.ts'

const own = () => ({
  Description: optional(text()),
  DnsNameOrIpAddress: text(),
})
const ports = () => ({
  WcfPort: optional(numeric()),
  VbrCertificateThumbprint: optional(text()),
})

/** A backup server that EM is to know (em_rest post_backupservers); the port is 9392 where a client leaves it out. */
export const backupServerSpec = () =>
  struct({
    ...own(),
    Username: text(),
    Port: optional(numeric()),
    Password: text(),
    ...ports(),
  })

/** What PUT reads of it: the same, or the BackupServer as it was read (em_rest put_backupservers_id). Nobody checks the logon. */
export const backupServerEdit = () =>
  struct({
    ...own(),
    Username: ignored(text()),
    Port: optional(numeric()),
    Password: ignored(text()),
    Version: ignored(text()),
    ...ports(),
    Name: ignored(attribute(text())),
    UID: ignored(attribute(uid('BackupServer'))),
  })
