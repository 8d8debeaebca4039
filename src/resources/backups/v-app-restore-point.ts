import { actionLink, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { attribute, dateTime, optional, text } from '../../model/shape.ts'
import { algorithm, restorePointType } from '../jobs/point-shape.ts'

const here = 'vAppRestorePoints'
const parents = [upTo('BackupServer', 'backupServers'), upTo('RestorePoint', 'restorePoints')]

export const vAppRestorePoint = defineResource({
  name: 'VAppRestorePoint',
  plural: 'VAppRestorePoints',
  place: 8,
  path: here,
  naming: { by: 'run', of: 'VAppDisplayName', at: 'CreationTimeUTC' },

  fields: {
    CreationTimeUTC: dateTime(),
    // As the real server does: this is absent (documented by an example).
    VAppName: optional(text()),
    Algorithm: algorithm(),
    PointType: restorePointType(),
    HierarchyObjRef: text(),
    VAppDisplayName: attribute(text()),
  },
  up: { BackupServer: 'BackupServer', RestorePoint: 'RestorePoint' },

  links: [
    // As the real server does: the action comes before the parents (documented).
    actionLink('Restore', `/${here}/{id}?action=restore`),
    ...parents,
    toReference('VAppRestorePoint', here),
  ],
  referenceLinks: [...parents, toEntity('VAppRestorePoint', here)],

  query: [
    'CreationTimeUTC',
    ['Type', 'PointType'],
    'PointType',
    'Algorithm',
    ['RestorePointId', 'RestorePoint.UID'],
    'VAppDisplayName',
    ...namesOf('BackupServer'),
  ],
  collections: [{ path: `/${here}` }, { path: `/restorePoints/{RestorePoint}/${here}` }],
})
