import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { attribute, hidden, numeric, text, uid } from '../../model/shape.ts'
import { runNames, taskRun } from '../sessions/run-shape.ts'

// As the real server does: its own links lack an l, its pages do not (documented). Both paths are there.
const here = 'repicaTaskSessions'
const asWritten = 'replicaTaskSessions'
const parents = [upTo('BackupServer', 'backupServers'), upTo('ReplicaJobSession', 'replicaSessions')]

export const replicaTaskSession = defineResource({
  name: 'ReplicaTaskSession',
  plural: 'ReplicaTaskSessions',
  place: 12,
  path: here,
  aliases: [asWritten],
  naming: { by: 'run', of: 'VmDisplayName', at: 'CreationTimeUTC' },

  fields: {
    JobSessionUid: uid('ReplicaJobSession'),
    ...taskRun(),
    Reason: text(),
    TotalSize: numeric(),
    VmDisplayName: attribute(text()),
    /** Which machine it was, for the summary; other task sessions show it. */
    VmUid: hidden(text()),
    JobUid: hidden(uid('Job')),
    JobName: hidden(text()),
  },
  up: {
    BackupServer: 'BackupServer',
    ReplicaJobSession: 'ReplicaJobSession',
    VmReplicaPoint: 'VmReplicaPoint',
  },

  links: [
    ...parents,
    toReference('ReplicaTaskSession', here),
    // As the real server does: only a task that made a point has this link, and it leads to the entity (documented).
    { rel: 'Related', type: 'VmReplicaPoint', path: '/vmReplicaPoints/{VmReplicaPoint}?format=Entity', name: { role: 'VmReplicaPoint' } },
  ], // prettier-ignore
  referenceLinks: [...parents, toEntity('ReplicaTaskSession', here)],

  query: [
    ...runNames,
    'Reason',
    'TotalSize',
    'JobSessionUid',
    'JobUid',
    'JobName',
    'VmDisplayName',
    ...namesOf('BackupServer'),
  ],
  windowMember: 'CreationTimeUTC',
  collections: [here, asWritten].flatMap((path) => [
    { path: `/${path}`, windowed: true as const },
    { path: `/replicaSessions/{ReplicaJobSession}/${path}`, windowed: true as const },
  ]),
})
