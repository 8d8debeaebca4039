import type { EntityOf } from '../model/resource.ts'
import { attribute, href, links, onlyJson, struct } from '../model/shape.ts'
import { cloudTenant } from '../resources/index.ts'
import type { Answer, Root } from '../wire/answer.ts'

/** As the real server does: it has an Href, but does not say its type (documented). */
export const freeLicensesRoot: Root = {
  name: 'CloudTenantFreeLicenseCounters',
  shape: struct({
    ...cloudTenant.fields.FreeLicenseCounters.fields,
    Links: links(),
    Href: attribute(href()),
    Type: onlyJson(null),
  }),
}

/** `GET /cloud/tenants/{id}/freelicenseCounters`: machines that are new this month, or rented. */
export function describeFreeLicenses(tenant: EntityOf<typeof cloudTenant>): Answer {
  const Href = `/${cloudTenant.path}/${tenant.id}`
  const up = { Rel: 'Up', Href: `${Href}?format=Entity`, Name: tenant.Name, Type: cloudTenant.name }
  return {
    kind: 'document',
    isLasting: true,
    ...freeLicensesRoot,
    value: { ...tenant.FreeLicenseCounters, Links: [up], Href: `${Href}/freelicenseCounters` },
  }
}
