import { cloudRoot, cloudService } from '../../documents/family-services.ts'
import { describeFreeLicenses, freeLicensesRoot } from '../../documents/free-license-counters.ts'
import { cloudTenant } from '../../resources/index.ts'
import { entityRoute } from './entity-route.ts'
import { responseContract } from '../../openapi/response-contract.ts'
import { reading, tenantRoute } from '../request/request-path.ts'
import { rowOf } from './row-of.ts'
import { permitRow } from './view.ts'
import type { Routes } from './routes.ts'

/** Adds where Cloud Connect begins, and what of a tenant is no resource of its own. */
export function addCloudRoutes(routes: Routes): void {
  routes.route({
    method: reading,
    url: '/api/cloud',
    config: responseContract(cloudRoot),
    handler: tenantRoute(({ session }) => cloudService(session)),
  })
  routes.route({
    method: reading,
    url: `${entityRoute(cloudTenant)}/freelicenseCounters`,
    config: responseContract(freeLicensesRoot),
    handler: tenantRoute((context) =>
      describeFreeLicenses(permitRow(context, cloudTenant, rowOf(context, cloudTenant))),
    ),
  })
}
