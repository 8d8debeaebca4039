import { describeJobSettings, describeSelfService, selfServices } from '../../documents/self-service.ts'
import { entityRoute } from './entity-route.ts'
import { responseContract } from '../../openapi/response-contract.ts'
import { sessionRoute, reading } from '../request/request-path.ts'
import { rowOf } from './row-of.ts'
import type { Routes } from './routes.ts'

/** Adds where self-service begins, for vCloud and for vSphere, and how the jobs are made there. */
export function addSelfServiceRoutes(routes: Routes): void {
  for (const service of selfServices) {
    routes.route({
      method: reading,
      url: `/api/${service.path}`,
      config: responseContract(service.root),
      handler: sessionRoute(() => describeSelfService(service)),
    })
    routes.route({
      method: reading,
      url: `${entityRoute(service.config)}/backupJobSettings`,
      config: responseContract(service.settings),
      handler: sessionRoute((context) => describeJobSettings(service, rowOf(context, service.config))),
    })
  }
}
