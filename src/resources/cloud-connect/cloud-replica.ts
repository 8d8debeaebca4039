import { downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import { enumeration, hidden, text } from '../../model/shape.ts'

const here = 'cloud/replicas'
// The real server's own link leads below /cloud/vmReplicaPoints, where nothing is (documented); the page's path is right.
const points = downTo('CloudVmReplicaPointReferenceList', `/${here}/{id}/vmReplicaPoints`)

export const cloudReplica = defineResource({
  name: 'CloudReplica',
  plural: 'CloudReplicas',
  place: 23,
  path: here,
  tenant: 'CloudTenant',

  fields: {
    Platform: enumeration('VMware', 'HyperV', 'vCloud'),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer', CloudTenant: 'CloudTenant' },

  links: [upTo('BackupServer', 'backupServers'), toReference('CloudReplica', here), points],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('CloudReplica', here), points],

  query: ['Platform'],
  collections: [{ path: `/${here}` }],
})
