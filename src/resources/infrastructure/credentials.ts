import { upToEntity } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { text } from '../../model/shape.ts'

const here = 'backupServers/{BackupServer}/credentials'
const name = 'Credentials'

export const credentials = defineResource({
  name,
  // As the real server does: the type and the element have different names, of passwords too (documented).
  element: 'CredentialsInfo',
  plural: 'CredentialsInfos',
  path: here,
  keyless: { list: 'CredentialsInfoList' },
  container: 'CredentialsList',

  fields: {
    Id: text(),
    Username: text(),
    Description: text(),
    // As the real server does: it is there and always empty (documented).
    Password: text(),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upToEntity('BackupServer', 'backupServers'),
    { rel: 'Edit', type: name, path: `/${here}/{id}` },
    { rel: 'Delete', type: name, path: `/${here}/{id}` },
  ],
  referenceLinks: [],

  query: ['Username', 'Description', ['CredentialsId', 'id'], ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
