import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { hidden, numeric, text, boolean } from '../../model/shape.ts'

const here = 'wanAccelerators'

export const wanAccelerator = defineResource({
  name: 'WanAccelerator',
  plural: 'WanAccelerators',
  place: 20,
  path: here,

  fields: {
    Description: text(),
    OutOfDate: boolean(),
    Version: text(),
    /** Of the global cache, in GB. */
    Capacity: numeric(),
    TrafficPort: numeric(),
    ConnectionsCount: numeric(),
    CachePath: text(),
    HighBandwidthModeEnabled: boolean(),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [upTo('BackupServer', 'backupServers'), toReference('WanAccelerator', here)],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('WanAccelerator', here)],

  query: ['Capacity', 'ConnectionsCount', 'HighBandwidthModeEnabled', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
