import { downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { hidden, dateTime } from '../../model/shape.ts'
import { ofComputers, ofMachines, ofVApps, platform } from '../jobs/platform-shape.ts'

const here = 'restorePoints'
const contents = [
  { ...downTo('VmRestorePointReferenceList', `/${here}/{id}/vmRestorePoints`), when: ofMachines },
  {
    ...downTo('AgentRestorePointReferenceList', `/${here}/{id}/agentRestorePoints`),
    when: ofComputers,
  },
  // As the real server does: only points of vCloud jobs lead to vApps (recorded on 9.5 U4; documented for all).
  { ...downTo('VAppRestorePointReferenceList', `/${here}/{id}/vAppRestorePoints`), when: ofVApps },
  // As the real server does: backup files typed as restore points (recorded on 9.5 U4).
  downTo('RestorePointReferenceList', `/${here}/{id}/backupFiles`, 'Related'),
]

export const restorePoint = defineResource({
  name: 'RestorePoint',
  plural: 'RestorePoints',
  place: 6,
  path: here,
  naming: { by: 'time', at: 'BackupDateUTC' },

  fields: { BackupDateUTC: dateTime(), Platform: hidden(platform()) },
  up: { Backup: 'Backup', BackupServer: 'BackupServer', BackupFile: 'BackupFile' },

  links: [
    upTo('Backup', 'backups'),
    upTo('BackupServer', 'backupServers'),
    toReference('RestorePoint', here),
    ...contents,
  ],
  referenceLinks: [
    upTo('BackupServer', 'backupServers'),
    upTo('Backup', 'backups'),
    toEntity('RestorePoint', here),
    ...contents,
  ],

  query: ['BackupDateUTC', ['CreationTime', 'BackupDateUTC'], ...namesOf('Backup'), ...namesOf('BackupServer')],
  collections: [
    { path: `/${here}` },
    { path: `/backups/{Backup}/${here}` },
    { path: `/backupFiles/{BackupFile}/${here}` },
    { path: `/agents/${here}`, where: ofComputers },
  ],
})
