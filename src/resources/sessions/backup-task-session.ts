import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { attribute, hidden, numeric, text, uid } from '../../model/shape.ts'
import { runNames, taskRun } from './run-shape.ts'

const here = 'backupTaskSessions'
const parents = [upTo('BackupServer', 'backupServers'), upTo('BackupJobSession', 'backupSessions')]

export const backupTaskSession = defineResource({
  name: 'BackupTaskSession',
  plural: 'BackupTaskSessions',
  place: 15,
  path: here,
  naming: { by: 'run', of: 'VmDisplayName', at: 'CreationTimeUTC' },

  fields: {
    JobSessionUid: uid('BackupJobSession'),
    ...taskRun(),
    Reason: text(),
    TotalSize: numeric(),
    VmUid: text(),
    VmDisplayName: attribute(text()),
    JobUid: hidden(uid('Job')),
    JobName: hidden(text()),
  },
  up: {
    BackupServer: 'BackupServer',
    BackupJobSession: 'BackupJobSession',
    VmRestorePoint: 'VmRestorePoint',
    AgentRestorePoint: 'AgentRestorePoint',
  },

  links: [
    ...parents,
    toReference('BackupTaskSession', here),
    // As the real server does: only a task that made a restore point has this link, and it leads to the entity.
    { rel: 'Related', type: 'VmRestorePoint', path: '/vmRestorePoints/{VmRestorePoint}?format=Entity', name: { role: 'VmRestorePoint' } },
  ], // prettier-ignore
  referenceLinks: [...parents, toEntity('BackupTaskSession', here)],

  query: [
    ...runNames,
    'Reason',
    'TotalSize',
    'JobSessionUid',
    'JobUid',
    'JobName',
    'VmDisplayName',
    'VmUid',
    ...namesOf('BackupServer'),
  ],
  windowMember: 'CreationTimeUTC',
  collections: [
    { path: `/${here}`, windowed: true },
    { path: '/backupSessions/{BackupJobSession}/taskSessions', windowed: true },
  ],
})
