import { cloudRoot, cloudService } from '../reports/family-services.ts'
import { describeFreeLicenses, freeLicensesRoot } from '../reports/free-license-counters.ts'
import { cloudTenant } from '../resources/index.ts'
import { entityRoute } from './entity-route.ts'
import { promises } from '../openapi/promised.ts'
import { reading, tenantsToo } from './request-path.ts'
import { rowOf } from './row-of.ts'
import { permitRow } from './view.ts'
import type { Routes } from './routes.ts'

/** Adds where Cloud Connect begins, and what of a tenant is no resource of its own. */
export function addCloudRoutes(routes: Routes): void {
  routes.route({
    method: reading,
    url: '/api/cloud',
    config: promises(cloudRoot),
    handler: tenantsToo(({ session }) => cloudService(session)),
  })
  routes.route({
    method: reading,
    url: `${entityRoute(cloudTenant)}/freelicenseCounters`,
    config: promises(freeLicensesRoot),
    handler: tenantsToo((ask) =>
      describeFreeLicenses(permitRow(ask, cloudTenant, rowOf(ask, cloudTenant))),
    ),
  })
}
