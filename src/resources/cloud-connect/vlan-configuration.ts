import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, numeric, optional, text } from '../../model/shape.ts'

const here = 'cloud/vlans'
const name = 'VlanConfiguration'

export const vlanConfiguration = defineResource({
  name,
  plural: 'VlanConfigurations',
  place: 35,
  path: here,

  fields: {
    HostRef: text(),
    PlatformType: enumeration('VMware', 'HyperV'),
    VlanIdsWithInternetLeftBound: numeric(),
    VlanIdsWithInternetRightBound: numeric(),
    VlanIdsWithoutInternetLeftBound: numeric(),
    VlanIdsWithoutInternetRightBound: numeric(),
    SwitchName: text(),
    SwitchId: text(),
    // As the real server does: the switch of a single host has neither of these (documented).
    ClusterName: optional(text()),
    ClusterId: optional(text()),
    SwitchType: enumeration('VirtualSwitch', 'DistributedVirtualSwitch'),
    Name: hidden(text()),
    /** The host's or the cluster's: filters call both a cluster (documented). */
    HostName: hidden(text()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference(name, here),
    // As the real server does: these two have a Name (documented).
    { ...toReference(name, here), rel: 'Edit' },
    { ...toReference(name, here), rel: 'Delete', type: name },
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity(name, here)],

  query: [
    'SwitchName',
    'SwitchType',
    'SwitchId',
    ['ClusterName', 'HostName'],
    ['ClusterRef', 'HostRef'],
    ...namesOf('BackupServer'),
  ],
  collections: [{ path: `/${here}` }],
})
