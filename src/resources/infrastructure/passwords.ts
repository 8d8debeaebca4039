import { upToEntity } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { dateTime, text } from '../../model/shape.ts'

const here = 'backupServers/{BackupServer}/passwords'
const type = 'PasswordKey'

export const passwords = defineResource({
  name: 'Passwords',
  element: 'PasswordKeyInfo',
  plural: 'PasswordKeyInfos',
  path: here,
  keyless: { list: 'PasswordKeyInfoList', type },
  container: 'PasswordKeyInfoList',

  fields: { Id: text(), Hint: text(), LastModificationDate: dateTime() },
  up: { BackupServer: 'BackupServer' },

  links: [
    upToEntity('BackupServer', 'backupServers'),
    { rel: 'Edit', type, path: `/${here}/{id}` },
    { rel: 'Delete', type, path: `/${here}/{id}` },
  ],
  referenceLinks: [],

  query: [['PasswordKeyID', 'id'], 'Hint', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
