import { cloudSubtenantCreateSpec } from '../../resources/cloud-connect/cloud-subtenant-create-spec.ts'
import { cloudSubtenant, cloudTenant } from '../../resources/index.ts'
import { action, type Action } from '../core/action.ts'
import { cloudSubtenantEdit, editedSubtenant, newSubtenant } from './cloud-subtenants.ts'
import { tableOf } from '../core/table-of.ts'

const path = '/cloud/tenants/{CloudTenant}/subtenants'
const one = `${path}/{CloudSubtenant}`

/** With whom a tenant shares its quotas (em_rest post_tenants_id_subtenants, put_…_id, delete_…_id). */
export const cloudSubtenantsActions: readonly Action[] = [
  action({
    method: 'POST',
    path,
    task: 'AddCloudSubtenant',
    body: { name: 'CloudSubtenantCreateSpec', shape: cloudSubtenantCreateSpec() },
    tenantsToo: true,
    check: ({ simulation, row, body }) => newSubtenant(simulation, row(cloudTenant), body),
    act: ({ simulation }, subtenant) => {
      tableOf(simulation, cloudSubtenant).add(subtenant)
      return {}
    },
  }),
  action({
    method: 'PUT',
    path: one,
    task: 'EditCloudSubtenant',
    body: { name: 'CloudSubtenant', shape: cloudSubtenantEdit(), isPartial: true },
    tenantsToo: true,
    check: ({ row, body }) => editedSubtenant(row(cloudTenant), row(cloudSubtenant), body),
    act: ({ simulation }, after) => {
      tableOf(simulation, cloudSubtenant).replace(after)
      return {}
    },
  }),
  action({
    method: 'DELETE',
    path: one,
    task: 'DeleteCloudSubtenant',
    tenantsToo: true,
    act: ({ simulation, row }) => {
      tableOf(simulation, cloudSubtenant).remove(row(cloudSubtenant).id)
      return {}
    },
  }),
]
