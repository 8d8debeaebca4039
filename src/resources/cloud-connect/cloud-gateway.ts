import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, numeric, text, boolean } from '../../model/shape.ts'

const here = 'cloud/gateways'
const name = 'CloudGateway'

export const cloudGateway = defineResource({
  name,
  plural: 'CloudGateways',
  place: 21,
  path: here,

  fields: {
    Enabled: boolean(),
    NetworkMode: enumeration('Direct', 'NAT'),
    ExternalIP: text(),
    ExternalPort: numeric(),
    InternalPort: numeric(),
    Description: text(),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer', CloudGatewayPool: 'CloudGatewayPool' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference(name, here),
    // As the real server does: these two have a Name (documented).
    { ...toReference(name, here), rel: 'Edit' },
    { ...toReference(name, here), rel: 'Delete', type: name },
    {
      rel: 'Related',
      type: 'CloudGatewayPoolReference',
      path: '/cloud/gatewayPools/{CloudGatewayPool}',
      name: { role: 'CloudGatewayPool' },
    },
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity(name, here)],

  query: ['Enabled', 'Description', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }, { path: '/cloud/gatewayPools/{CloudGatewayPool}/gateways' }],
})
