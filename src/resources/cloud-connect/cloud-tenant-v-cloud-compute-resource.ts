import { actionLink } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import { rowsOf, upFromTenant, vCloudComputeResource, type TenantRow } from './cloud-tenant-shape.ts'

// As the real server does: in lower case, here alone (documented by all examples).
const here = 'cloud/tenants/{CloudTenant}/vcloudcomputeresources'

export const cloudTenantVCloudComputeResource = defineResource({
  name: 'CloudTenantVCloudComputeResource',
  plural: 'CloudTenantVCloudComputeResources',
  path: here,
  keyless: { list: 'CloudTenantVCloudComputeResources' },
  container: undefined,
  tenant: 'CloudTenant',

  fields: vCloudComputeResource(),
  up: { CloudTenant: 'CloudTenant', BackupServer: 'BackupServer' },
  inside: [{ resource: 'CloudTenant', rows: (row) => centersOf(row as TenantRow) }],

  // As the real server does: this Delete link has neither Name nor Type (documented).
  links: [actionLink('Delete', `/${here}/{id}`), ...upFromTenant],
  referenceLinks: [],

  query: [],
  collections: [{ path: `/${here}` }],
})

const centersOf = (row: TenantRow) => rowsOf(row, row.VCloudComputeResources?.CloudTenantVCloudComputeResource)
