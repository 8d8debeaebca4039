import { downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { hidden, text } from '../../model/shape.ts'

const here = 'cdpReplicas'
const machines = downTo('CdpReplicaVmReferenceList', `/${here}/{id}/vms`)
const upToPolicy = upTo('CdpPolicy', 'cdpPolicies', 'Policy')

export const cdpReplica = defineResource({
  name: 'CdpReplica',
  plural: 'CdpReplicas',
  place: 41,
  path: here,

  fields: {
    BackupServer: text(),
    // As the real server does: a bare GUID, though a session of the policy has the whole URN (documented).
    PolicyUid: text(),
    PolicyName: text(),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer', Policy: 'CdpPolicy' },

  links: [upTo('BackupServer', 'backupServers'), machines, upToPolicy, toReference('CdpReplica', here)],
  referenceLinks: [upTo('BackupServer', 'backupServers'), machines, upToPolicy, toEntity('CdpReplica', here)],

  query: [['PolicyId', 'Policy.UID'], ['PolicyUid', 'Policy.UID'], 'PolicyName', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
