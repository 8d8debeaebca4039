import { defineResource } from '../../model/resource.ts'
import { computeResource, rowsOf, upFromTenant, type TenantRow } from './cloud-tenant-shape.ts'

const here = 'cloud/tenants/{CloudTenant}/computeResources'

export const cloudTenantComputeResource = defineResource({
  name: 'CloudTenantComputeResource',
  plural: 'CloudTenantComputeResources',
  path: here,
  keyless: { list: 'CloudTenantComputeResources' },
  container: undefined,
  tenant: 'CloudTenant',

  fields: computeResource(),
  up: { CloudTenant: 'CloudTenant', BackupServer: 'BackupServer' },
  inside: [{ resource: 'CloudTenant', rows: (row) => plansOf(row as TenantRow) }],

  links: [
    // As the real server does: an empty name, and the type of a quota (documented).
    { rel: 'Delete', type: 'CloudTenantResource', path: `/${here}/{id}`, name: { words: '' } },
    ...upFromTenant,
  ],
  referenceLinks: [],

  query: [],
  collections: [{ path: `/${here}` }],
})

const plansOf = (row: TenantRow) => rowsOf(row, row.ComputeResources.CloudTenantComputeResource)
