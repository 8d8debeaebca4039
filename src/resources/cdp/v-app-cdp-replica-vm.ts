import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import { hidden, text } from '../../model/shape.ts'

const here = 'cdpReplica/vApps/{Replica}/vms'
const alias = 'cdpReplicas/vApps/{Replica}/vms'
const parents = [upTo('VAppCdpReplica', 'cdpReplica/vApps', 'Replica'), upTo('CdpPolicy', 'cdpPolicies', 'Policy')]

export const vAppCdpReplicaVm = defineResource({
  name: 'VAppCdpReplicaVm',
  plural: 'VAppCdpReplicaVms',
  place: 49,
  path: here,
  aliases: [alias],

  fields: { ReplicaUid: text(), VmRef: text(), Name: hidden(text()) },
  up: { BackupServer: 'BackupServer', Replica: 'VAppCdpReplica', Policy: 'CdpPolicy' },

  links: [
    upTo('BackupServer', 'backupServers'),
    // As the real server does: this Alternate link says which format it wants (documented).
    { ...toReference('VAppCdpReplicaVm', here), path: `/${here}/{id}?format=Reference` },
    ...parents,
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('VAppCdpReplicaVm', here), ...parents],

  query: [],
  collections: [{ path: `/${here}` }, { path: `/${alias}` }],
})
