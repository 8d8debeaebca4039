import { refuse } from '../../model/api-error.ts'
import { createCloudTenantSpec } from '../../resources/cloud-connect/create-cloud-tenant-spec.ts'
import { cloudTenant } from '../../resources/index.ts'
import { action, type Action, type Doing } from '../core/action.ts'
import { tellSubtenants } from './cloud-subtenants.ts'
import { cloudTenantEdit, editedTenant } from './cloud-tenant-edits.ts'
import { refuseFailingOver, removeTenant } from './cloud-tenant-end.ts'
import { quotasOf } from './cloud-tenant-grants.ts'
import type { Tenant } from './cloud-tenant-parts.ts'
import { addTenant, newTenant, tellPools, useRoom } from './cloud-tenants.ts'
import { tableOf } from '../core/table-of.ts'
import type { World } from '../core/simulation.ts'

const path = '/cloud/tenants'
const one = `${path}/{CloudTenant}`

/** To whom a provider lends (em_rest post_tenants, put_tenants_id, delete_tenants_id). */
export const cloudTenantsActions: readonly Action[] = [
  action({
    method: 'POST',
    path,
    task: 'CreateCloudTenant',
    body: { name: 'CreateCloudTenantSpec', shape: createCloudTenantSpec() },
    check: ({ world, body }) => newTenant(world, body),
    act: ({ world }, tenant) => {
      addTenant(world, tenant)
      return { related: { CloudTenant: [tenant.id] } }
    },
  }),
  action({
    method: 'PUT',
    path: one,
    task: 'EditCloudTenant',
    body: { name: 'CloudTenant', shape: cloudTenantEdit(), isPartial: true },
    check: ({ world, row, body }) => editedTenant(world, row(cloudTenant), body),
    act: ({ world, row }, after) => {
      const before = row(cloudTenant)
      tableOf(world, cloudTenant).replace(after)
      moveRoom(world, before, after)
      tellPools(world, after)
      tellSubtenants(world, after)
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
      refuseFailingOver(doing.world, doing.row(cloudTenant))
      return withBackups(doing)
    },
    act: ({ world, row }, isWithBackups) => {
      removeTenant(world, row(cloudTenant), isWithBackups)
      return {}
    },
  }),
] // prettier-ignore

/** What is kept in a quota goes with it to another repository. */
function moveRoom(world: World, before: Tenant, after: Tenant): void {
  for (const { Id, RepositoryQuota: from } of quotasOf(before)) {
    const to = quotasOf(after).find((it) => it.Id === Id)?.RepositoryQuota
    if (to === undefined || to.RepositoryUid === from.RepositoryUid) continue
    useRoom(world, from.RepositoryUid, -from.UsedQuota)
    useRoom(world, to.RepositoryUid, to.UsedQuota)
  }
}

function withBackups({ keys: { includeBackups: word = 'false' } }: Doing): boolean {
  const found = word.toLowerCase()
  if (found === 'true' || found === 'false') return found === 'true'
  throw refuse.badRequest(
    `Found includeBackups=${word.slice(0, 100)}; expected one of true and false.`,
  )
}
