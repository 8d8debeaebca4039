import { toEntity, toReference, upTo, upToEntity } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import { enumeration, hidden, text } from '../../model/shape.ts'

const here = 'managedServers'

export const managedServer = defineResource({
  name: 'ManagedServer',
  plural: 'ManagedServers',
  place: 17,
  path: here,

  fields: {
    Description: text(),
    ManagedServerType: enumeration(
      'ESX',
      'VC',
      'Linux',
      'Local',
      'Windows',
      'ESXi',
      'HvServer',
      'HvCluster',
      'Scvmm',
      'BackupServer',
      'SanHost',
      'SmbServer',
      'SmbCluster',
      'VcdSystem',
      'Cloud',
      'AzureWinServer',
      'VmSnapshotStorageHost',
      'ConfigurationService',
      'ExternalInfrastructureProxy',
      'NdmpServer',
      'ExternalInfrastructureServer',
    ),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer', HierarchyRoot: 'HierarchyRoot' },

  links: [
    // As the real server does: this Up link leads to the server's entity, that of the reference to its reference (documented).
    upToEntity('BackupServer', 'backupServers'),
    toReference('ManagedServer', here),
    { rel: 'Related', type: 'HierarchyRoot', path: '/hierarchyRoots/{HierarchyRoot}?format=Entity', name: { role: 'HierarchyRoot' } },
  ], // prettier-ignore
  // As the real server does: the reference's own link comes first (recorded on 9).
  referenceLinks: [toEntity('ManagedServer', here), upTo('BackupServer', 'backupServers')],

  query: ['Description', 'ManagedServerType'],
  collections: [{ path: `/${here}` }, { path: `/backupServers/{BackupServer}/${here}` }],
})
