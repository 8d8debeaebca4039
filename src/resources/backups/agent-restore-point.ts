import { downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, dateTime, text } from '../../model/shape.ts'

const here = 'agents/agentRestorePoints'
const parents = [
  upTo('BackupServer', 'backupServers'),
  upTo('RestorePoint', 'restorePoints'),
  upTo('BackupFile', 'backupFiles'),
]

export const agentRestorePoint = defineResource({
  name: 'AgentRestorePoint',
  plural: 'AgentRestorePoints',
  place: 30,
  path: here,
  naming: { by: 'run', of: 'ComputerName', at: 'CreationTimeUTC' },

  fields: {
    CreationTimeUTC: dateTime(),
    Algorithm: enumeration('Full', 'Incremental', 'SyntheticFull'),
    PointType: enumeration('Full', 'Increment'),
    ComputerName: hidden(text()),
  },
  up: {
    BackupServer: 'BackupServer',
    Backup: 'Backup',
    RestorePoint: 'RestorePoint',
    BackupFile: 'BackupFile',
  },

  links: [
    ...parents,
    toReference('AgentRestorePoint', here),
    downTo('AgentRestorePointMountList', `/${here}/{id}/mounts`),
    downTo('AgentRestorePointMount', `/${here}/{id}/mounts`, 'Create'),
  ],
  referenceLinks: [...parents, toEntity('AgentRestorePoint', here)],

  query: [
    'CreationTimeUTC',
    'ComputerName',
    ['Type', 'PointType'],
    'PointType',
    'Algorithm',
    ['RestorePointId', 'RestorePoint.UID'],
    ['RestorePointName', 'RestorePoint.Name'],
    ...namesOf('Backup'),
    ...namesOf('BackupFile'),
    ...namesOf('BackupServer'),
  ],
  collections: [
    { path: `/${here}` },
    { path: '/restorePoints/{RestorePoint}/agentRestorePoints' },
    { path: '/backupFiles/{BackupFile}/agentRestorePoints' },
  ],
})
