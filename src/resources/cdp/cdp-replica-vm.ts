import { actionLink, toEntity, upTo } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import { hidden, text } from '../../model/shape.ts'

const here = 'cdpReplicas/{Replica}/vms'
const parents = [
  upTo('BackupServer', 'backupServers'),
  upTo('Repository', 'repositories'),
  upTo('CdpReplica', 'cdpReplicas', 'Replica'),
  upTo('CdpPolicy', 'cdpPolicies', 'Policy'),
]

export const cdpReplicaVm = defineResource({
  name: 'CdpReplicaVm',
  plural: 'CdpReplicaVms',
  place: 42,
  path: here,

  fields: {
    VmRef: text(),
    ReplicaUid: text(),
    BackupServer: text(),
    PolicyUid: text(),
    PolicyName: text(),
    RepositoryName: text(),
    Name: hidden(text()),
  },
  up: {
    BackupServer: 'BackupServer',
    Repository: 'Repository',
    Replica: 'CdpReplica',
    Policy: 'CdpPolicy',
  },

  // As the real server does: actions come first, and there is no Alternate link (documented).
  links: [
    actionLink('Intervals', `/${here}/{id}?action=intervals`),
    actionLink('Failover', `/${here}/{id}?action=failover`),
    ...parents,
  ],
  referenceLinks: [...parents, toEntity('CdpReplicaVm', here)],

  query: [],
  collections: [{ path: `/${here}` }, { path: '/cdpReplica/vms' }],
})
