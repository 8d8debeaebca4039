import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { attribute, enumeration, numeric, optional, text, uid } from '../../model/shape.ts'
import { taskRun } from '../sessions/run-shape.ts'

const here = 'cdpReplicaTaskSessions'
const parents = [
  upTo('BackupServer', 'backupServers'),
  upTo('CdpReplicaSession', 'cdpReplicaSessions', 'PolicySession'),
]

export const cdpReplicaTaskSession = defineResource({
  name: 'CdpReplicaTaskSession',
  plural: 'CdpReplicaTaskSessions',
  place: 45,
  // The real server's own Href leads to /replicaTaskSessions, where it is not (documented); its Alternate link is right.
  path: here,
  naming: { by: 'run', of: 'VmDisplayName', at: 'CreationTimeUTC' },

  fields: {
    PolicySessionUid: uid('CdpReplicaSession'),
    ...taskRun(),
    // As the real server does: what is in progress is a success already (documented).
    Result: enumeration('Success', 'Warning', 'Failed'),
    Reason: optional(text()),
    TotalSize: numeric(),
    VmDisplayName: attribute(text()),
  },
  up: { BackupServer: 'BackupServer', PolicySession: 'CdpReplicaSession' },

  links: [...parents, toReference('CdpReplicaTaskSession', here)],
  referenceLinks: [...parents, toEntity('CdpReplicaTaskSession', here)],

  query: [
    ['Id', 'id'],
    'CreationTimeUTC',
    'EndTimeUTC',
    'State',
    'Reason',
    'TotalSize',
    'VmDisplayName',
    ...namesOf('PolicySession'),
    ...namesOf('BackupServer'),
  ],
  windowMember: 'CreationTimeUTC',
  collections: [
    { path: `/${here}`, windowed: true },
    { path: `/cdpReplicaSessions/{PolicySession}/${here}`, windowed: true },
  ],
})
