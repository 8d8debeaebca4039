import { downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, numeric, text } from '../../model/shape.ts'

const here = 'externalRepositories'

export const externalRepository = defineResource({
  name: 'ExternalRepository',
  plural: 'ExternalRepositories',
  place: 34,
  path: here,

  fields: {
    RepositoryType: enumeration('AmazonS3External', 'AzureStorageExternal', 'GoogleCloudStorageExternal'),
    Path: text(),
    /** Bytes. */
    UsedSpace: numeric(),
    Description: text(),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference('ExternalRepository', here),
    downTo('BackupReferenceList', `/${here}/{id}/backups`),
  ],
  referenceLinks: [
    upTo('BackupServer', 'backupServers'),
    toEntity('ExternalRepository', here),
    downTo('BackupReferenceList', `/${here}/{id}/backups`),
  ],

  query: ['RepositoryType', 'Path', 'UsedSpace', 'Description', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }, { path: `/backupServers/{BackupServer}/${here}` }],
})
