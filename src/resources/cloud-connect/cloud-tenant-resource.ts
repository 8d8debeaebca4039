import { defineResource } from '../../model/resource.ts'
import { hidden, text } from '../../model/shape.ts'
import { rowsOf, tenantResource, upFromTenant, type TenantRow } from './cloud-tenant-shape.ts'

const here = 'cloud/tenants/{CloudTenant}/resources'
const name = 'CloudTenantResource'

export const cloudTenantResource = defineResource({
  name,
  plural: 'CloudTenantResources',
  path: here,
  keyless: { list: 'CloudTenantResources' },
  container: undefined,
  tenant: 'CloudTenant',

  fields: { ...tenantResource(), DisplayName: hidden(text()) },
  up: { CloudTenant: 'CloudTenant', BackupServer: 'BackupServer' },
  inside: [{ resource: 'CloudTenant', rows: (row) => quotasOf(row as TenantRow) }],

  links: [{ rel: 'Delete', type: name, path: `/${here}/{id}`, name: { member: 'DisplayName' } }, ...upFromTenant],
  referenceLinks: [],

  query: [],
  collections: [{ path: `/${here}` }],
})

const quotasOf = (row: TenantRow) =>
  rowsOf(row, row.Resources.CloudTenantResource).map((each) => ({
    ...each,
    DisplayName: each.RepositoryQuota.DisplayName,
  }))
