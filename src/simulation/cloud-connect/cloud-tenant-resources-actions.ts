import {
  cloudTenantComputeResourceCreateSpec,
  cloudTenantVCloudComputeResourceCreateSpec,
  createCloudTenantResourceSpec,
} from '../../resources/cloud-connect/create-cloud-tenant-spec.ts'
import {
  cloudTenant,
  cloudTenantComputeResource,
  cloudTenantResource,
  cloudTenantVCloudComputeResource,
} from '../../resources/index.ts'
import { action, type Action } from '../core/action.ts'
import { withCenter, withoutCenter } from './cloud-tenant-centers.ts'
import { quotasOf, withoutPlan, withoutQuota, withPlan, withQuota } from './cloud-tenant-grants.ts'
import type { Tenant } from './cloud-tenant-parts.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

const tenant = '/cloud/tenants/{CloudTenant}'

/** What a tenant may use, one thing at a time (em_rest post_tenants_id_resources, delete_tenants_id_computeresources_id…). */
export const cloudTenantResourcesActions: readonly Action[] = [
  action({
    method: 'POST',
    path: `${tenant}/resources`,
    task: 'CreateCloudTenantResource',
    body: { name: 'CreateCloudTenantResourceSpec', shape: createCloudTenantResourceSpec() },
    check: ({ simulation, row, body }) => withQuota(simulation, row(cloudTenant), body),
    act: ({ simulation }, after) => {
      keep(simulation, after)
      const made = quotasOf(after).slice(-1)
      return {
        up: { CloudTenant: after.id },
        related: { CloudTenantResource: made.map(({ Id }) => Id) },
      }
    },
  }),
  action({
    method: 'DELETE',
    path: `${tenant}/resources/{CloudTenantResource}`,
    task: 'DeleteCloudTenantResource',
    check: ({ simulation, row }) => withoutQuota(simulation, row(cloudTenant), row(cloudTenantResource).id),
    act: ({ simulation }, after) => keep(simulation, after),
  }),
  action({
    method: 'POST',
    path: `${tenant}/computeResources`,
    // As the real server does: it is called as that of a quota is, and leads nowhere (documented).
    task: 'CreateCloudTenantResource',
    body: {
      name: 'CloudTenantComputeResourceCreateSpec',
      shape: cloudTenantComputeResourceCreateSpec(),
    },
    check: ({ simulation, row, body }) => withPlan(simulation, row(cloudTenant), body),
    act: ({ simulation }, after) => keep(simulation, after),
  }),
  action({
    method: 'DELETE',
    path: `${tenant}/computeResources/{CloudTenantComputeResource}`,
    task: 'DeleteCloudTenantComputeResource',
    check: ({ row }) => withoutPlan(row(cloudTenant), row(cloudTenantComputeResource).id),
    act: ({ simulation }, after) => keep(simulation, after),
  }),
  action({
    method: 'POST',
    path: `${tenant}/vCloudComputeResources`,
    task: 'CreateCloudTenantVCloudComputeResource',
    body: {
      name: 'CloudTenantVCloudComputeResourceCreateSpec',
      shape: cloudTenantVCloudComputeResourceCreateSpec(),
    },
    check: ({ simulation, row, body }) => withCenter(simulation, row(cloudTenant), body),
    act: ({ simulation }, after) => keep(simulation, after),
  }),
  action({
    method: 'DELETE',
    path: `${tenant}/vCloudComputeResources/{CloudTenantVCloudComputeResource}`,
    // As the real server does: with a small v (documented).
    task: 'DeletevCloudTenantComputeResource',
    check: ({ row }) => withoutCenter(row(cloudTenant), row(cloudTenantVCloudComputeResource).id),
    act: ({ simulation }, after) => keep(simulation, after),
  }),
]

function keep(simulation: Simulation, after: Tenant) {
  tableOf(simulation, cloudTenant).replace(after)
  return {}
}
