import { downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, dateTime, numeric, text } from '../../model/shape.ts'
import { ofComputers, ofMachines, platform } from '../jobs/platform-shape.ts'

const here = 'backupFiles'
const contents = [
  { ...downTo('VmRestorePointReferenceList', `/${here}/{id}/vmRestorePoints`), when: ofMachines },
  {
    ...downTo('AgentRestorePointReferenceList', `/${here}/{id}/agentRestorePoints`),
    when: ofComputers,
  },
]

export const backupFile = defineResource({
  name: 'BackupFile',
  plural: 'BackupFiles',
  place: 25,
  path: here,

  fields: {
    FilePath: text(),
    BackupSize: numeric(),
    DataSize: numeric(),
    DeduplicationRatio: numeric(),
    CompressRatio: numeric(),
    // As the real server does: `Utc`, where every other type has `UTC` (recorded).
    CreationTimeUtc: dateTime(),
    FileType: enumeration('vbk', 'vib', 'vrb'),
    Name: hidden(text()),
    Platform: hidden(platform()),
  },
  up: { Backup: 'Backup', BackupServer: 'BackupServer', RestorePoint: 'RestorePoint' },

  links: [
    upTo('Backup', 'backups'),
    upTo('BackupServer', 'backupServers'),
    toReference('BackupFile', here),
    downTo('RestorePointReferenceList', `/${here}/{id}/restorePoints`, 'Related'),
    ...contents,
  ],
  referenceLinks: [
    upTo('BackupServer', 'backupServers'),
    upTo('Backup', 'backups'),
    toEntity('BackupFile', here),
    // As the real server does: restore points typed as backup files (em_rest backupfiles).
    downTo('BackupFileReferenceList', `/${here}/{id}/restorePoints`, 'Related'),
    ...contents,
  ],

  query: [
    ['CreationTimeUTC', 'CreationTimeUtc'],
    'BackupSize',
    'DataSize',
    'CompressRatio',
    'FileType',
    ...namesOf('Backup'),
    ...namesOf('BackupServer'),
  ],
  collections: [
    { path: `/${here}` },
    { path: `/backups/{Backup}/${here}` },
    { path: `/restorePoints/{RestorePoint}/${here}` },
    { path: `/agents/${here}`, where: ofComputers },
  ],
})
