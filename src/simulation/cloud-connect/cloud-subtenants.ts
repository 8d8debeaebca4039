import { editable } from '../../model/body.ts'
import { errors } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import { optional, struct, type Row, type ValueOf } from '../../model/shape.ts'
import type { cloudSubtenantCreateSpec } from '../../resources/cloud-connect/cloud-subtenant-create-spec.ts'
import { cloudSubtenant } from '../../resources/index.ts'
import { loose } from '../../resources/jobs/loose-shape.ts'
import { refuseEmpty, refuseQuota, refuseTaken } from './cloud-tenant-checks.ts'
import { quotasOf } from './cloud-tenant-grants.ts'
import type { Quota, Tenant } from './cloud-tenant-parts.ts'
import { freshId } from '../core/fresh-id.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

export type Subtenant = EntityOf<typeof cloudSubtenant> & Row

/** What is said of a subtenant's share of its tenant's quota. */
interface Share {
  readonly DisplayName: string
  readonly TenantResourceId: string
  readonly isUnlimited: boolean
  /** In MB; one without a limit shows its tenant's. */
  readonly mb: number
  readonly used: number
}

/** A subtenant's share, as its row has it twice: for reading, and for filters. */
export const shareOf = ({ DisplayName, TenantResourceId, isUnlimited, mb, used }: Share) => ({
  RepositoryQuota: {
    DisplayName,
    TenantResourceId,
    QuotaMb: mb,
    UsedQuotaMb: used,
    Unlimited: isUnlimited,
  },
  Unlimited: isUnlimited,
  Quota: mb,
  UsedQuota: used,
  BackupResourceId: TenantResourceId,
})

/** The row of a subtenant as it is asked for. Throws a 400 ApiError for what cannot be. */
export function newSubtenant(
  simulation: Simulation,
  tenant: Tenant,
  spec: ValueOf<ReturnType<typeof cloudSubtenantCreateSpec>>,
): Subtenant {
  const { Name, Description = '', Password, Enabled = true, QuotaMb } = spec
  const { UnlimitedQuota = QuotaMb === undefined } = spec
  if (tenant.TenantKind !== 'Standalone')
    throw errors.badRequest(`"${tenant.Name}" is no standalone tenant: subtenants are for those alone.`)
  const others = tableOf(simulation, cloudSubtenant).under('CloudTenant', tenant.id)
  refuseEmpty(Name, 'The name of the subtenant')
  refuseTaken(
    Name,
    others.map((it) => it.Name),
    'a subtenant',
  )
  refuseEmpty(Password, 'Password')
  const quota = quotaWith(tenant, spec.TenantResourceId)
  const id = freshId(simulation, cloudSubtenant, tenant.id, Name)
  return {
    ...shareOf({
      DisplayName: spec.QuotaName ?? `${quota.RepositoryQuota.DisplayName} ${Name}`,
      TenantResourceId: quota.Id,
      isUnlimited: UnlimitedQuota,
      mb: sizeOf(quota, UnlimitedQuota, QuotaMb, Name),
      used: 0,
    }),
    id,
    up: { ...tenant.up, CloudTenant: tenant.id },
    Name,
    Description,
    // As the real server does: it is never told (documented).
    Password: '',
    Enabled,
    Id: id,
    Disabled: !Enabled,
  }
}

function quotaWith(tenant: Tenant, id: string): Quota {
  const held = quotasOf(tenant)
  const found = held.find((it) => it.Id === id.toLowerCase())
  if (found !== undefined) return found
  throw errors.badRequest(
    `Found the TenantResourceId "${id.slice(0, 100)}"; expected one of ${held.map((it) => it.Id).join(', ') || 'none'}.`,
  )
}

/** How much a subtenant may keep: 1 GB or more, and no more than its tenant (em_rest post_tenants_id_subtenants). */
function sizeOf(
  { RepositoryQuota: { DisplayName, Quota: most } }: Quota,
  isUnlimited: boolean,
  mb: number | undefined,
  name: string,
): number {
  if (isUnlimited) return most
  if (mb === undefined) throw errors.badRequest(`QuotaMb of "${name}" is missing; its quota is not unlimited.`)
  refuseQuota(mb, name)
  if (mb <= most) return mb
  throw errors.badRequest(`Found a quota of ${mb} MB for "${name}"; its tenant has ${most} MB in "${DisplayName}".`)
}

/** A subtenant as it was read, or only what is to change of it (em_rest put_tenants_id_subtenants_id). */
export const cloudSubtenantEdit = () =>
  struct({
    ...editable(loose(cloudSubtenant.fields), { Description: true, Enabled: true }),
    RepositoryQuota: optional(
      struct(
        editable(loose(cloudSubtenant.fields.RepositoryQuota.fields), {
          DisplayName: true,
          TenantResourceId: true,
          QuotaMb: true,
          Unlimited: true,
        }),
      ),
    ),
  })

/** The subtenant after an edit. Throws a 400 ApiError for what cannot be. */
export function editedSubtenant(
  tenant: Tenant,
  before: Subtenant,
  {
    Description = before.Description,
    Enabled = before.Enabled,
    RepositoryQuota = {},
  }: ValueOf<ReturnType<typeof cloudSubtenantEdit>>,
): Subtenant {
  const { Unlimited: isUnlimited = before.Unlimited, QuotaMb = before.Quota } = RepositoryQuota
  const { TenantResourceId = before.BackupResourceId } = RepositoryQuota
  const { DisplayName = before.RepositoryQuota.DisplayName } = RepositoryQuota
  const quota = quotaWith(tenant, TenantResourceId)
  const mb = sizeOf(quota, isUnlimited, QuotaMb, before.Name)
  if (mb < before.UsedQuota)
    throw errors.badRequest(`Found a quota of ${mb} MB for "${before.Name}", which uses ${before.UsedQuota} MB.`)
  if (quota.Id !== before.BackupResourceId && before.UsedQuota > 0)
    throw errors.badRequest(`"${before.Name}" uses ${before.UsedQuota} MB of its quota and stays where it is.`)
  refuseEmpty(DisplayName, 'DisplayName')
  return {
    ...before,
    ...shareOf({
      DisplayName,
      TenantResourceId: quota.Id,
      isUnlimited,
      mb,
      used: before.UsedQuota,
    }),
    Description,
    Enabled,
    Disabled: !Enabled,
  }
}

/** Shows those without a limit of their own what their tenant may keep now. */
export function tellSubtenants(simulation: Simulation, tenant: Tenant): void {
  const subtenants = tableOf(simulation, cloudSubtenant)
  for (const row of subtenants.under('CloudTenant', tenant.id)) {
    const quota = quotasOf(tenant).find((it) => it.Id === row.BackupResourceId)
    const mb = quota?.RepositoryQuota.Quota ?? row.Quota
    if (!row.Unlimited || row.Quota === mb) continue
    subtenants.replace({
      ...row,
      Quota: mb,
      RepositoryQuota: { ...row.RepositoryQuota, QuotaMb: mb },
    })
  }
}
