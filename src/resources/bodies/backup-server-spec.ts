import { numeric, optional, struct, text } from '../../model/shape.ts'

/** A backup server that EM is to know (em_rest post_backupservers). */
export const backupServerSpec = () =>
  struct({
    Description: text(),
    DnsNameOrIpAddress: text(),
    Username: text(),
    Port: numeric(),
    Password: text(),
    WcfPort: optional(numeric()),
    VbrCertificateThumbprint: optional(text()),
  })
