import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { attribute, enumeration, dateTime, onlyJson, text } from '../../model/shape.ts'

const here = 'cloud/vmReplicaPoints'
const parents = [upTo('BackupServer', 'backupServers'), upTo('CloudReplica', 'cloud/replicas', 'Replica')]

export const cloudVmReplicaPoint = defineResource({
  name: 'CloudVmReplicaPoint',
  plural: 'CloudVmReplicaPoints',
  place: 29,
  path: here,
  tenant: 'Replica',
  naming: { by: 'run', of: 'VmDisplayName', at: 'CreationTimeUTC' },

  fields: {
    CreationTimeUTC: dateTime(),
    // As the real server does: no VmName, though filters know it (documented example).
    VmName: onlyJson(null),
    PointType: enumeration('CDP', 'Full', 'ReverseIncrement', 'Increment', 'Snapshot'),
    State: enumeration('Unknown', 'Ready', 'Failover', 'Failback', 'PermanentFailover'),
    VmDisplayName: attribute(text()),
  },
  up: { BackupServer: 'BackupServer', Replica: 'CloudReplica' },

  links: [...parents, toReference('CloudVmReplicaPoint', here)],
  referenceLinks: [...parents, toEntity('CloudVmReplicaPoint', here)],

  query: [
    'CreationTimeUTC',
    ['VmName', 'VmDisplayName'],
    ['Type', 'PointType'],
    'PointType',
    ...namesOf('Replica'),
    'VmDisplayName',
    ...namesOf('BackupServer'),
    'State',
  ],
  collections: [{ path: `/${here}` }, { path: '/cloud/replicas/{Replica}/vmReplicaPoints' }],
})
