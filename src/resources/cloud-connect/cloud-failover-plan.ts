import { actionLink, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { hidden, text, uid } from '../../model/shape.ts'
import { cloudFailoverPlanInfo, cloudFailoverPlanOptions } from './cloud-failover-plan-shape.ts'

const here = 'cloud/cloudFailoverPlans'
const name = 'CloudFailoverPlan'

export const cloudFailoverPlan = defineResource({
  name,
  plural: 'CloudFailoverPlans',
  place: 33,
  path: here,
  tenant: 'CloudTenant',

  fields: {
    TenantUid: uid('CloudTenant'),
    TenantName: text(),
    Description: text(),
    CloudFailoverPlanOptions: cloudFailoverPlanOptions(),
    CloudFailoverPlanInfo: cloudFailoverPlanInfo(),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer', CloudTenant: 'CloudTenant' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference(name, here),
    // As the real server does: Edit and Delete have a Name, and both say that they lead to a reference (documented).
    { ...toReference(name, here), rel: 'Edit' },
    actionLink('Start', `/${here}/{id}?action=start`),
    actionLink('Test', `/${here}/{id}?action=test`),
    actionLink('Undo', `/${here}/{id}?action=undo`),
    { ...toReference(name, here), rel: 'Delete' },
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity(name, here)],

  query: ['Description', ...namesOf('CloudTenant'), ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
