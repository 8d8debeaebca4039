import { downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, text, uid } from '../../model/shape.ts'
import { ofComputers, platform } from '../jobs/platform-shape.ts'

const here = 'backups'
const parent = { member: 'BackupType', is: ['ParentBackup'] }
const holding = { member: 'BackupType', is: ['Standard', 'ChildBackup'] }
const contents = [
  { ...downTo('RestorePointReferenceList', `/${here}/{id}/restorePoints`), when: holding },
  { ...downTo('BackupFileReferenceList', `/${here}/{id}/backupFiles`), when: holding },
]

export const backup = defineResource({
  name: 'Backup',
  plural: 'Backups',
  place: 3,
  path: here,

  fields: {
    Platform: platform(),
    BackupType: enumeration('Standard', 'ParentBackup', 'ChildBackup'),
    Name: hidden(text()),
    /** The job may be of a kind that is no Job resource, or gone; its name and id stay askable. */
    JobUid: hidden(uid('Job')),
    JobName: hidden(text()),
  },
  up: {
    Repository: 'Repository',
    ExternalRepository: 'ExternalRepository',
    BackupServer: 'BackupServer',
    ParentBackup: 'Backup',
  },

  links: [
    // As the real server does: the repository comes first, clients read its name as Links[0].
    upTo('Repository', 'repositories'),
    upTo('ExternalRepository', 'externalRepositories'),
    upTo('BackupServer', 'backupServers'),
    toReference('Backup', here),
    // As the real server does: children are reached by a link with Rel Up (example document of Backup).
    {
      rel: 'Up',
      type: 'BackupList',
      path: `/${here}/{id}/childbackups?format=Entity`,
      when: parent,
    },
    ...contents,
  ],
  referenceLinks: [
    upTo('BackupServer', 'backupServers'),
    upTo('Repository', 'repositories'),
    upTo('ExternalRepository', 'externalRepositories'),
    toEntity('Backup', here),
    { ...downTo('BackupReferenceList', `/${here}/{id}/childbackups`), when: parent },
    ...contents,
  ],

  query: ['JobUid', 'JobName', 'Platform', 'BackupType', ...namesOf('Repository')],
  collections: [
    { path: `/${here}` },
    { path: `/repositories/{Repository}/${here}` },
    { path: `/externalRepositories/{ExternalRepository}/${here}` },
    { path: `/${here}/{ParentBackup}/childbackups` },
    { path: `/agents/${here}`, where: ofComputers },
  ],
})
