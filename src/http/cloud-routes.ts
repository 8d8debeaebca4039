import type { FastifyInstance } from 'fastify'
import { cloudService } from '../reports/family-services.ts'
import { describeFreeLicenses } from '../reports/free-license-counters.ts'
import { cloudTenant } from '../resources/index.ts'
import { entityRoute } from './entity-route.ts'
import type { House } from './house.ts'
import { reading, tenantsToo } from './request-path.ts'
import { rowOf } from './row-of.ts'
import { permitRow } from './view.ts'

/** Adds where Cloud Connect begins, and what of a tenant is no resource of its own. */
export function addCloudRoutes(server: FastifyInstance, house: House): void {
  server.route({
    method: reading,
    url: '/api/cloud',
    handler: tenantsToo(house, ({ session }) => cloudService(session)),
  })
  server.route({
    method: reading,
    url: `${entityRoute(cloudTenant)}/freelicenseCounters`,
    handler: tenantsToo(house, (ask) =>
      describeFreeLicenses(
        permitRow(house, ask.session, cloudTenant, rowOf(house, cloudTenant, ask)),
      ),
    ),
  })
}
