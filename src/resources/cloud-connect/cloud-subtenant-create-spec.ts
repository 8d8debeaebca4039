import { numeric, optional, struct, text, boolean } from '../../model/shape.ts'

/** CloudSubtenantCreateSpec of POST /cloud/tenants/{ID}/subtenants (em_rest post_tenants_id_subtenants). */
export const cloudSubtenantCreateSpec = () =>
  struct({
    Name: text(),
    Description: optional(text()),
    Password: text(),
    Enabled: optional(boolean()),
    TenantResourceId: text(),
    QuotaName: optional(text()),
    QuotaMb: optional(numeric()),
    /** Without a quota it is. */
    UnlimitedQuota: optional(boolean()),
  })
