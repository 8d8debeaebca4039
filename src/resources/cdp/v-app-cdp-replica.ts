import { actionLink, downTo, toEntity, toReference, upTo, upToEntity } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import { hidden, text } from '../../model/shape.ts'

const here = 'cdpReplica/vApps'
// As the real server does: both what it calls itself and its aliases differ by an s (documented).
const alias = 'cdpReplicas/vApps'
/** As the real server does: this Up link leads to the server's entity (documented). */
const upToServer = upToEntity('BackupServer', 'backupServers')
const machines = downTo('VAppCdpReplicaVmReferenceList', `/${here}/{id}/vms`)
const upToPolicy = upTo('CdpPolicy', 'cdpPolicies', 'Policy')

export const vAppCdpReplica = defineResource({
  name: 'VAppCdpReplica',
  plural: 'VAppCdpReplicas',
  place: 48,
  path: here,
  aliases: [alias],

  fields: {
    // As the real server does: the one member with a small first letter (documented).
    vAppRef: text(),
    // As the real server does: its own id (documented).
    ReplicaUid: text(),
    BackupServer: text(),
    PolicyUid: text(),
    PolicyName: text(),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer', Policy: 'CdpPolicy' },

  links: [
    upToServer,
    toReference('VAppCdpReplica', here),
    machines,
    actionLink('Intervals', `/${here}/{id}?action=intervals`),
    actionLink('Failover', `/${here}/{id}?action=failover`),
    upToPolicy,
  ],
  referenceLinks: [upToServer, toEntity('VAppCdpReplica', here), machines, upToPolicy],

  query: [],
  collections: [{ path: `/${here}` }, { path: `/${alias}` }],
})
