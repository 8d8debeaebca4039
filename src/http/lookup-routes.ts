import { wholeOf } from '../life/machines.ts'
import { lookUp, lookupRoot, lookupService, lookupServiceRoot } from '../reports/lookup.ts'
import { valueOf } from './parameters.ts'
import { promises } from '../openapi/promised.ts'
import { knownOnly, unreadBut, reading } from './request-path.ts'
import type { Routes } from './routes.ts'
import { machineState } from '../life/states/machine-state.ts'

/** Adds the lookup service, which finds objects of the virtual infrastructure. */
export function addLookupRoutes(routes: Routes): void {
  routes.route({
    method: reading,
    url: '/api/lookupSvc',
    config: promises(lookupServiceRoot),
    handler: knownOnly(({ house, session }) => lookupService(house.world.store, session.id)),
  })
  routes.route({
    method: reading,
    url: '/api/lookup',
    config: promises(lookupRoot, ['hierarchyRef', 'host', 'name', 'type']),
    handler: knownOnly((ask) => {
      const { house, parameters } = ask
      ask.unread = unreadBut(parameters, 'hierarchyref', 'host', 'name', 'type')
      const asked = {
        hierarchyref: valueOf(parameters, 'hierarchyref'),
        host: valueOf(parameters, 'host'),
        name: valueOf(parameters, 'name'),
        type: valueOf(parameters, 'type'),
      }
      const spare = [...house.world.state(machineState).machines.values()].map(({ object }) =>
        wholeOf(object),
      )
      return lookUp(house.world.store, asked, spare)
    }),
  })
}
