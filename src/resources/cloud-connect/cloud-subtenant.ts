import { actionLink } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { attribute, hidden, numeric, struct, text, boolean } from '../../model/shape.ts'
import { upFromTenant } from './cloud-tenant-shape.ts'

const here = 'cloud/tenants/{CloudTenant}/subtenants'
const name = 'CloudSubtenant'

export const cloudSubtenant = defineResource({
  name,
  plural: 'CloudSubtenants',
  path: here,
  keyless: { list: 'CloudSubtenants' },
  tenant: 'CloudTenant',

  fields: {
    Name: text(),
    Description: text(),
    // As the real server does: it is never told (documented).
    Password: text(),
    Enabled: boolean(),
    RepositoryQuota: struct({
      DisplayName: text(),
      TenantResourceId: text(),
      QuotaMb: numeric(),
      UsedQuotaMb: numeric(),
      Unlimited: attribute(boolean()),
    }),
    Id: attribute(text()),
    Disabled: hidden(boolean()),
    Unlimited: hidden(boolean()),
    Quota: hidden(numeric()),
    UsedQuota: hidden(numeric()),
    BackupResourceId: hidden(text()),
  },
  up: { CloudTenant: 'CloudTenant', BackupServer: 'BackupServer' },

  links: [
    { rel: 'Edit', type: name, path: `/${here}/{id}`, name: 'own' },
    // As the real server does: this Delete link has neither Name nor Type (documented).
    actionLink('Delete', `/${here}/{id}`),
    ...upFromTenant,
  ],
  referenceLinks: [],

  query: [
    'Disabled',
    'Unlimited',
    'Quota',
    'UsedQuota',
    'BackupResourceId',
    ...namesOf('CloudTenant'),
    ...namesOf('BackupServer'),
  ],
  collections: [{ path: `/${here}` }],
})
