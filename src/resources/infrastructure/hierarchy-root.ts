import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, text } from '../../model/shape.ts'

const here = 'hierarchyRoots'

export const hierarchyRoot = defineResource({
  name: 'HierarchyRoot',
  plural: 'HierarchyRoots',
  place: 14,
  path: here,

  fields: {
    HierarchyRootId: text(),
    /** The instance's own id of a vCenter Server, the DNS name of what is Hyper-V (em_rest get_query_hierarchyroot). */
    UniqueId: text(),
    HostType: enumeration('ESX', 'VC', 'ESXi', 'HvServer', 'HvCluster', 'Scvmm', 'VcdSystem'),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer', ManagedServer: 'ManagedServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference('HierarchyRoot', here),
    { rel: 'Related', type: 'ManagedServer', path: '/managedServers/{ManagedServer}?format=Entity', name: { role: 'ManagedServer' } },
  ], // prettier-ignore
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('HierarchyRoot', here)],

  query: ['UniqueId', 'HostType', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
