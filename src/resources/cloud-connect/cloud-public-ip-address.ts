import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { attribute, hidden, optional, text, uid } from '../../model/shape.ts'

const here = 'cloud/publicIpAddresses'
const name = 'CloudPublicIpAddress'

export const cloudPublicIpAddress = defineResource({
  name,
  // As the real server does: it has a short name among others, and its own as a root (documented).
  element: 'CloudPublicIp',
  roots: { one: name, list: 'CloudPublicIpAddresses' },
  plural: 'CloudPublicIps',
  place: 27,
  path: here,

  fields: {
    IpAddress: text(),
    /** Whom it is lent to, if to anyone. */
    TenantUid: optional(uid('CloudTenant')),
    BackupServerUid: attribute(uid('BackupServer')),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer', CloudTenant: 'CloudTenant' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference(name, here),
    // As the real server does: these two have a Name (documented).
    { ...toReference(name, here), rel: 'Edit' },
    { ...toReference(name, here), rel: 'Delete', type: name },
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity(name, here)],

  query: ['IpAddress', ...namesOf('CloudTenant'), ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
