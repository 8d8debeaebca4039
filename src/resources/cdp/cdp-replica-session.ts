import { downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { derived, enumeration, text, boolean, uid } from '../../model/shape.ts'
import { jobRun, runNames } from '../sessions/run-shape.ts'

const here = 'cdpReplicaSessions'
const parents = [upTo('BackupServer', 'backupServers'), upTo('CdpPolicy', 'cdpPolicies', 'Policy')]
const tasks = downTo('CdpReplicaTaskSessionReferenceList', `/${here}/{id}/cdpReplicaTaskSessions`)

export const cdpReplicaSession = defineResource({
  name: 'CdpReplicaSession',
  plural: 'CdpReplicaSessions',
  place: 44,
  path: here,
  naming: { by: 'run', of: 'PolicyName', at: 'CreationTimeUTC' },

  fields: {
    PolicyUid: uid('CdpPolicy'),
    PolicyName: text(),
    PolicyType: enumeration('CdpReplica'),
    ...jobRun(),
    // As the real server does: it is there and empty when nothing failed (documented).
    FailureMessage: text(),
    IsRetry: derived(boolean()),
  },
  up: { BackupServer: 'BackupServer', Policy: 'CdpPolicy' },

  links: [...parents, toReference('CdpReplicaSession', here), tasks],
  referenceLinks: [...parents, toEntity('CdpReplicaSession', here), tasks],

  query: [['Id', 'id'], 'PolicyUid', 'PolicyName', ...runNames, 'FailureMessage', ...namesOf('BackupServer')],
  windowMember: 'CreationTimeUTC',
  collections: [{ path: `/${here}`, windowed: true }, { path: `/cdpPolicies/{Policy}/${here}` }],
})
