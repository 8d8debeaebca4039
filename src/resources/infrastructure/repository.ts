import { downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, numeric, text } from '../../model/shape.ts'

const here = 'repositories'

export const repository = defineResource({
  name: 'Repository',
  plural: 'Repositories',
  place: 5,
  path: here,

  fields: {
    /** Bytes; −1 for object storage, as FreeSpace (recorded). */
    Capacity: numeric(),
    FreeSpace: numeric(),
    Kind: enumeration(
      'WindowsLocal',
      'LinuxLocal',
      'CifsShare',
      'DDBoost',
      'Cloud',
      'HPStoreOnce',
      'ExaGrid',
      'Foreign',
      'SanSnapshot',
      'HPStoreOnceIntegration',
      'Extendable',
      'Quantum',
      'Nfs',
      'AmazonS3Compatible',
    ),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference('Repository', here),
    downTo('BackupReferenceList', `/${here}/{id}/backups`),
    downTo('ReplicaReferenceList', `/${here}/{id}/replicas`),
  ],
  referenceLinks: [
    upTo('BackupServer', 'backupServers'),
    toEntity('Repository', here),
    downTo('BackupReferenceList', `/${here}/{id}/backups`),
    downTo('ReplicaReferenceList', `/${here}/{id}/replicas`),
  ],

  query: ['FreeSpace', 'Capacity', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }, { path: `/backupServers/{BackupServer}/${here}` }],
})
