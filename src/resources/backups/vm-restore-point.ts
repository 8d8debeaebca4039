import { actionLink, downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { attribute, dateTime, onlyJson, text } from '../../model/shape.ts'
import { algorithm, restorePointType } from '../jobs/point-shape.ts'

const here = 'vmRestorePoints'
const parents = [
  upTo('BackupServer', 'backupServers'),
  upTo('RestorePoint', 'restorePoints'),
  upTo('BackupFile', 'backupFiles'),
]

export const vmRestorePoint = defineResource({
  name: 'VmRestorePoint',
  plural: 'VmRestorePoints',
  place: 7,
  path: here,
  naming: { by: 'run', of: 'VmDisplayName', at: 'CreationTimeUTC' },

  fields: {
    CreationTimeUTC: dateTime(),
    VmName: text(),
    Algorithm: algorithm(),
    PointType: restorePointType(),
    HierarchyObjRef: text(),
    SqlInfo: onlyJson(null),
    VmDisplayName: attribute(text()),
  },
  up: { BackupServer: 'BackupServer', RestorePoint: 'RestorePoint', BackupFile: 'BackupFile' },

  links: [
    // As the real server does: the action comes before the parents (recorded).
    actionLink('Restore', `/${here}/{id}?action=restore`),
    ...parents,
    toReference('VmRestorePoint', here),
    downTo('VmRestorePointMountList', `/${here}/{id}/mounts`),
    downTo('VmRestorePointMount', `/${here}/{id}/mounts`, 'Create'),
  ],
  referenceLinks: [...parents, toEntity('VmRestorePoint', here)],

  query: [
    'CreationTimeUTC',
    ['Type', 'PointType'],
    'PointType',
    'Algorithm',
    'VmDisplayName',
    'VmName',
    'HierarchyObjRef',
    ['RestorePointId', 'RestorePoint.UID'],
    ['RestorePointName', 'RestorePoint.Name'],
    ...namesOf('BackupServer'),
  ],
  collections: [
    { path: `/${here}` },
    { path: `/restorePoints/{RestorePoint}/${here}` },
    { path: `/backupFiles/{BackupFile}/${here}` },
  ],
})
