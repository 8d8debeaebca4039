import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { hidden, text } from '../../model/shape.ts'

const here = 'agents/discoveredComputers'

export const discoveredComputer = defineResource({
  name: 'DiscoveredComputer',
  plural: 'DiscoveredComputers',
  place: 38,
  // The real server's own Href leads to /backupTaskSessions, where nothing is (recorded); its Alternate link is right.
  path: here,

  fields: {
    HostStatus: text(),
    AgentVersion: text(),
    AgentStatus: text(),
    OsVersion: text(),
    IpAddress: text(),
    HierarchyObjRef: text(),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer', ProtectionGroup: 'AgentProtectionGroup' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference('DiscoveredComputer', here),
    // As the real server does: this parent comes last (recorded).
    upTo('AgentProtectionGroup', 'agents/protectionGroups', 'ProtectionGroup'),
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('DiscoveredComputer', here)],

  query: [
    'AgentVersion',
    'AgentStatus',
    'OsVersion',
    'IpAddress',
    ...namesOf('ProtectionGroup'),
    ...namesOf('BackupServer'),
  ],
  collections: [{ path: `/${here}` }, { path: '/agents/protectionGroups/{ProtectionGroup}/discoveredComputers' }],
})
