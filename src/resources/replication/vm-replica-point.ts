import { actionLink, downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { attribute, hidden, dateTime, numeric, onlyJson, text } from '../../model/shape.ts'
import { algorithm, replicaPointType } from '../jobs/point-shape.ts'

const here = 'vmReplicaPoints'
const parents = [upTo('BackupServer', 'backupServers'), upTo('Replica', 'replicas')]

export const vmReplicaPoint = defineResource({
  name: 'VmReplicaPoint',
  plural: 'VmReplicaPoints',
  place: 9,
  path: here,
  naming: { by: 'run', of: 'VmDisplayName', at: 'CreationTimeUTC' },

  fields: {
    CreationTimeUTC: dateTime(),
    // As the real server does: no VmName, though the page lists one (documented example).
    VmName: onlyJson(null),
    Algorithm: algorithm(),
    PointType: replicaPointType(),
    VmDisplayName: attribute(text()),
    /** For the summary, which tells how many machines have such points and what these take. */
    HierarchyObjRef: hidden(text()),
    BackupSize: hidden(numeric()),
  },
  up: { BackupServer: 'BackupServer', Replica: 'Replica' },

  links: [
    // As the real server does: the action comes before the parents (documented).
    actionLink('Failover', `/${here}/{id}?action=failover`),
    ...parents,
    toReference('VmReplicaPoint', here),
    downTo('VmReplicaPointMountList', `/${here}/{id}/mounts`),
    downTo('VmReplicaPointMount', `/${here}/{id}/mounts`, 'Create'),
  ],
  referenceLinks: [...parents, toEntity('VmReplicaPoint', here)],

  query: [
    'CreationTimeUTC',
    ['Type', 'PointType'],
    'PointType',
    'Algorithm',
    'VmDisplayName',
    ...namesOf('Replica'),
    ...namesOf('BackupServer'),
  ],
  collections: [{ path: `/${here}` }, { path: `/replicas/{Replica}/${here}` }],
})
