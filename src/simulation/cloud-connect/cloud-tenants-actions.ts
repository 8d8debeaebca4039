import { errors } from '../../model/api-error.ts'
import { createCloudTenantSpec } from '../../resources/cloud-connect/create-cloud-tenant-spec.ts'
import { cloudTenant } from '../../resources/index.ts'
import { action, type Action, type Doing } from '../core/action.ts'
import { tellSubtenants } from './cloud-subtenants.ts'
import { cloudTenantEdit } from './cloud-tenant-edit-spec.ts'
import { editedTenant } from './cloud-tenant-edits.ts'
import { refuseFailingOver, removeTenant } from './cloud-tenant-end.ts'
import { quotasOf } from './cloud-tenant-grants.ts'
import type { Tenant } from './cloud-tenant-parts.ts'
import { addTenant, newTenant, tellPools, useRoom } from './cloud-tenants.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

const path = '/cloud/tenants'
const one = `${path}/{CloudTenant}`

/** To whom a provider lends (em_rest post_tenants, put_tenants_id, delete_tenants_id). */
export const cloudTenantsActions: readonly Action[] = [
  action({
    method: 'POST',
    path,
    task: 'CreateCloudTenant',
    body: { name: 'CreateCloudTenantSpec', shape: createCloudTenantSpec() },
    check: ({ simulation, body }) => newTenant(simulation, body),
    act: ({ simulation }, tenant) => {
      addTenant(simulation, tenant)
      return { related: { CloudTenant: [tenant.id] } }
    },
  }),
  action({
    method: 'PUT',
    path: one,
    task: 'EditCloudTenant',
    body: { name: 'CloudTenant', shape: cloudTenantEdit(), isPartial: true },
    check: ({ simulation, row, body }) => editedTenant(simulation, row(cloudTenant), body),
    act: ({ simulation, row }, after) => {
      const before = row(cloudTenant)
      tableOf(simulation, cloudTenant).replace(after)
      moveRoom(simulation, before, after)
      tellPools(simulation, after)
      tellSubtenants(simulation, after)
      // As the real server does: an edit leads to the tenant too (recorded on 9.5 U4; the page's example does not).
      return { related: { CloudTenant: [after.id] } }
    },
  }),
  action({
    method: 'DELETE',
    path: one,
    parameters: ['includeBackups'],
    task: 'DeleteCloudTenant',
    check: (doing) => {
      refuseFailingOver(doing.simulation, doing.row(cloudTenant))
      return withBackups(doing)
    },
    act: ({ simulation, row }, isWithBackups) => {
      removeTenant(simulation, row(cloudTenant), isWithBackups)
      return {}
    },
  }),
] // prettier-ignore

/** What is kept in a quota goes with it to another repository. */
function moveRoom(simulation: Simulation, before: Tenant, after: Tenant): void {
  for (const { Id, RepositoryQuota: from } of quotasOf(before)) {
    const to = quotasOf(after).find((it) => it.Id === Id)?.RepositoryQuota
    if (to === undefined || to.RepositoryUid === from.RepositoryUid) continue
    useRoom(simulation, from.RepositoryUid, -from.UsedQuota)
    useRoom(simulation, to.RepositoryUid, to.UsedQuota)
  }
}

function withBackups({ keys: { includeBackups: word = 'false' } }: Doing): boolean {
  const found = word.toLowerCase()
  if (found === 'true' || found === 'false') return found === 'true'
  throw errors.badRequest(`Found includeBackups=${word.slice(0, 100)}; expected one of true and false.`)
}
