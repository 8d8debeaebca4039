import { downTo, toEntity, toReference, upTo } from '../model/link.ts'
import { defineResource, namesOf } from '../model/resource.ts'
import {
  derived,
  enumeration,
  moment,
  numeric,
  optional,
  text,
  truth,
  uid,
} from '../model/shape.ts'

const here = 'cdpReplicaSessions'
const parents = [upTo('BackupServer', 'backupServers'), upTo('CdpPolicy', 'cdpPolicies', 'Policy')]
const tasks = downTo('CdpReplicaTaskSessionReferenceList', `/${here}/{id}/cdpReplicaTaskSessions`)

export const cdpReplicaSession = defineResource({
  name: 'CdpReplicaSession',
  plural: 'CdpReplicaSessions',
  path: here,
  naming: { by: 'run', of: 'PolicyName', at: 'CreationTimeUTC' },

  fields: {
    PolicyUid: uid('CdpPolicy'),
    PolicyName: text(),
    PolicyType: enumeration('CdpReplica'),
    CreationTimeUTC: moment(),
    EndTimeUTC: optional(moment()),
    State: enumeration('Starting', 'Stopping', 'Working', 'Pausing', 'Resuming', 'Stopped'),
    Result: enumeration('None', 'Success', 'Warning', 'Failed'),
    Progress: numeric(),
    // As the real server does: it is there and empty when nothing failed (documented).
    FailureMessage: text(),
    IsRetry: derived(truth()),
  },
  up: { BackupServer: 'BackupServer', Policy: 'CdpPolicy' },

  links: [...parents, toReference('CdpReplicaSession', here), tasks],
  referenceLinks: [...parents, toEntity('CdpReplicaSession', here), tasks],

  query: [
    ['Id', 'id'],
    'PolicyUid',
    'PolicyName',
    'CreationTimeUTC',
    'EndTimeUTC',
    'State',
    'Result',
    'FailureMessage',
    ...namesOf('BackupServer'),
  ],
  windowMember: 'CreationTimeUTC',
  collections: [{ path: `/${here}`, windowed: true }, { path: `/cdpPolicies/{Policy}/${here}` }],
})
