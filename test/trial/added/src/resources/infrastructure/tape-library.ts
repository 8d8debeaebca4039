import { actionLink, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, dateTime, numeric, optional, text, boolean } from '../../model/shape.ts'

const here = 'tapeLibraries'

export const tapeLibrary = defineResource({
  name: 'TapeLibrary',
  plural: 'TapeLibraries',
  path: here,

  fields: {
    State: enumeration('Idle', 'Inventory', 'Offline'),
    SlotsCount: numeric(),
    LastInventoryTimeUTC: optional(dateTime()),
    Name: hidden(text()),
    /** The inventory that is under way reads labels alone. */
    IsQuick: hidden(optional(boolean())),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference('TapeLibrary', here),
    actionLink('Start', `/${here}/{id}?action=inventory`),
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('TapeLibrary', here)],

  query: ['State', 'SlotsCount', 'LastInventoryTimeUTC', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }, { path: `/backupServers/{BackupServer}/${here}` }],
})
