import { downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { hidden, text, boolean } from '../../model/shape.ts'

const here = 'agents/protectionGroups'

export const agentProtectionGroup = defineResource({
  name: 'AgentProtectionGroup',
  plural: 'AgentProtectionGroups',
  place: 37,
  path: here,

  fields: {
    RescanScheduleEnabled: boolean(),
    HierarchyObjRef: text(),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference('AgentProtectionGroup', here),
    downTo('DiscoveredComputerList', `/${here}/{id}/discoveredComputers?format=Entity`),
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('AgentProtectionGroup', here)],

  query: [...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
