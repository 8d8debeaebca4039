import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, numeric, optional, text } from '../../model/shape.ts'
import { hardwarePlanDetails } from './cloud-hardware-plan-shape.ts'

const here = 'cloud/hardwarePlans'
const name = 'CloudHardwarePlan'

export const cloudHardwarePlan = defineResource({
  name,
  plural: 'CloudHardwarePlans',
  place: 28,
  path: here,

  fields: {
    Description: text(),
    /** No limit if not given. */
    ProcessorUsageLimitMhz: optional(numeric()),
    MemoryUsageLimitMb: optional(numeric()),
    HardwarePlanDetails: hardwarePlanDetails(),
    Name: hidden(text()),
    Platform: hidden(enumeration('VMware', 'HyperV')),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference(name, here),
    // As the real server does: this list carries the plan's own name and the type of one member (documented).
    { rel: 'Down', type: 'CloudTenantReference', path: `/${here}/{id}/tenants`, name: 'own' },
    // As the real server does: these two have a Name (documented).
    { ...toReference(name, here), rel: 'Edit' },
    { ...toReference(name, here), rel: 'Delete', type: name },
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity(name, here)],

  query: ['Platform', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
