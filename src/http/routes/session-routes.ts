import { describeEvents, eventsRoot } from '../../documents/system-session-events.ts'
import { systemSession } from '../../resources/index.ts'
import { entityRoute } from './entity-route.ts'
import { responseContract } from '../../openapi/response-contract.ts'
import { sessionRoute, reading } from '../request/request-path.ts'
import { rowOf } from './row-of.ts'
import type { Routes } from './routes.ts'

/** Adds what hangs on a system session: the events of its log. */
export function addSessionRoutes(routes: Routes): void {
  routes.route({
    method: reading,
    url: `${entityRoute(systemSession)}/events`,
    config: responseContract(eventsRoot),
    handler: sessionRoute((context) => describeEvents(rowOf(context, systemSession))),
  })
}
