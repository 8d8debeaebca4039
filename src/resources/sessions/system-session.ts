import { toEntity, toReference } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import { enumeration, hidden, dateTime, numeric, optional, repeated, struct, text, boolean } from '../../model/shape.ts'

const here = 'systemSessions'
const outcome = () => enumeration('InProgress', 'CompletedSuccessfully', 'CompletedWarning', 'Failed')

export const systemSession = defineResource({
  name: 'SystemSession',
  plural: 'SystemSessions',
  place: 50,
  path: here,

  fields: {
    SessionType: enumeration(
      'CatalogConsolidation',
      'CatalogCrawlJob',
      'CatalogReplicationJob',
      'CollectJob',
      'SecurityScopesRebuild',
      'VcPluginJob',
      'LicAutoUpdate',
      'DatabaseMaintenance',
      'HistoryCollectJob',
      'LicenseRevoke',
      'SyncCheckForProductUpdatesOption',
      'LogExport',
    ),
    CreationTimeUTC: dateTime(),
    EndTimeUTC: optional(dateTime()),
    State: outcome(),
    Result: struct({ Result: outcome(), Message: text(), IsCanceled: boolean() }),
    Name: hidden(text()),
    /** The backup server that it is about. */
    ServerName: hidden(optional(text())),
    /** What its log says, which is a document of its own. */
    Events: hidden(repeated(struct({ CreationTimeUTC: dateTime(), Message: text(), Order: numeric() }))),
  },
  up: {},

  links: [
    // As the real server does: it takes them for job sessions (documented).
    toReference('BackupJobSession', here),
    // As the real server does: this link has a Name, though links to collections have none (documented).
    {
      rel: 'Down',
      type: 'SystemSessionEvents',
      path: `/${here}/{id}/events`,
      name: { words: 'Events' },
    },
  ],
  referenceLinks: [toEntity('BackupJobSession', here)],

  query: [],
  windowMember: 'CreationTimeUTC',
  collections: [{ path: `/${here}`, windowed: true }],
})
