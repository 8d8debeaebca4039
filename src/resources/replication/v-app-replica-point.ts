import { actionLink, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { attribute, dateTime, text } from '../../model/shape.ts'
import { algorithm, replicaPointType } from '../jobs/point-shape.ts'

const here = 'vAppReplicaPoints'
const parents = [upTo('BackupServer', 'backupServers'), upTo('Replica', 'replicas')]

export const vAppReplicaPoint = defineResource({
  name: 'VAppReplicaPoint',
  plural: 'VAppReplicaPoints',
  place: 46,
  path: here,
  naming: { by: 'run', of: 'VAppDisplayName', at: 'CreationTimeUTC' },

  fields: {
    CreationTimeUTC: dateTime(),
    VAppName: text(),
    Algorithm: algorithm(),
    PointType: replicaPointType(),
    VAppDisplayName: attribute(text()),
  },
  up: { BackupServer: 'BackupServer', Replica: 'Replica' },

  links: [
    actionLink('Failover', `/${here}/{id}?action=failover`),
    ...parents,
    toReference('VAppReplicaPoint', here),
    { rel: 'Down', type: 'VmReplicaPointReference', path: '/vmReplicaPoints/{VmReplicaPoint}', name: { role: 'VmReplicaPoint' }, each: 'VmReplicaPoint' },
  ], // prettier-ignore
  referenceLinks: [...parents, toEntity('VAppReplicaPoint', here)],

  query: [
    ['vAppDisplayName', 'VAppDisplayName'],
    'CreationTimeUTC',
    ['vAppName', 'VAppName'],
    ['Type', 'PointType'],
    'PointType',
    'Algorithm',
    ...namesOf('Replica'),
    ...namesOf('BackupServer'),
  ],
  collections: [{ path: `/${here}` }],
})
