import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { hidden, optional, struct, text, uid } from '../../model/shape.ts'

const here = 'nas/fileServers'

export const fileServer = defineResource({
  name: 'FileServer',
  plural: 'FileServers',
  place: 39,
  path: here,

  fields: {
    ServerType: text(),
    HierarchyObjRef: text(),
    // In the order recorded on 10; the page's example has none but the first of these three.
    SmbServerOptions: optional(struct({ Path: text(), CredentialsId: text() })),
    NfsServerOptions: optional(struct({ Path: text() })),
    FileServerOptions: optional(struct({ ServerUid: uid('FileServer') })),
    ProcessingOptions: struct({
      ServerUid: uid('FileServer'),
      CacheRepositoryUid: uid('Repository'),
    }),
    NASServerAdvancedOptions: struct({
      ProcessingMode: text(),
      StorageSnapshotPath: optional(text()),
    }),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [upTo('BackupServer', 'backupServers'), toReference('FileServer', here)],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('FileServer', here)],

  query: [...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
