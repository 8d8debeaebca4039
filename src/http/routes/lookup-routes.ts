import { wholeOf } from '../../simulation/jobs/machines.ts'
import { lookUp, lookupRoot, lookupService, lookupServiceRoot } from '../../documents/lookup.ts'
import { valueOfParameter } from '../../query/parameters.ts'
import { responseContract } from '../../openapi/response-contract.ts'
import { sessionRoute, unreadBut, reading } from '../request/request-path.ts'
import type { Routes } from './routes.ts'
import { machineState } from '../../simulation/jobs/machine-state.ts'

/** Adds the lookup service, which finds objects of the virtual infrastructure. */
export function addLookupRoutes(routes: Routes): void {
  routes.route({
    method: reading,
    url: '/api/lookupSvc',
    config: responseContract(lookupServiceRoot),
    handler: sessionRoute(({ world, session }) => lookupService(world.simulation.store, session.id)),
  })
  routes.route({
    method: reading,
    url: '/api/lookup',
    config: responseContract(lookupRoot, ['hierarchyRef', 'host', 'name', 'type']),
    handler: sessionRoute((context) => {
      const { world, parameters } = context
      context.unread = unreadBut(parameters, 'hierarchyref', 'host', 'name', 'type')
      const asked = {
        hierarchyref: valueOfParameter(parameters, 'hierarchyref'),
        host: valueOfParameter(parameters, 'host'),
        name: valueOfParameter(parameters, 'name'),
        type: valueOfParameter(parameters, 'type'),
      }
      const spare = [...world.simulation.state(machineState).machines.values()].map(({ object }) => wholeOf(object))
      return lookUp(world.simulation.store, asked, spare)
    }),
  })
}
