import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { attribute, enumeration, hidden, optional, text } from '../../model/shape.ts'
import { operatorRun, runNames } from '../sessions/run-shape.ts'

const here = 'restoreSessions'

export const restoreSession = defineResource({
  name: 'RestoreSession',
  plural: 'RestoreSessions',
  place: 13,
  path: here,

  fields: {
    JobType: enumeration('FileLevelRestore', 'RestoreVm'),
    ...operatorRun(),
    RestoredObjRef: optional(text()),
    VmDisplayName: attribute(text()),
    // As the real server does: the machine stands in brackets when files of it were restored (documented).
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer', VmRestorePoint: 'VmRestorePoint' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference('RestoreSession', here),
    // As the real server does: only a restore of files has this link (documented by examples of both).
    {
      rel: 'Related',
      type: 'VmRestorePointReference',
      path: '/vmRestorePoints/{VmRestorePoint}',
      name: { role: 'VmRestorePoint' },
      when: { member: 'JobType', is: ['FileLevelRestore'] },
    },
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('RestoreSession', here)],

  query: [['Type', 'JobType'], 'JobType', ...runNames, 'VmDisplayName', ...namesOf('BackupServer')],
  windowMember: 'CreationTimeUTC',
  collections: [{ path: `/${here}`, windowed: true }],
})
