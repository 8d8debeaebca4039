import type { FastifyInstance } from 'fastify'
import { lookUp, lookupService } from '../reports/lookup.ts'
import type { House } from './house.ts'
import { valueOf } from './parameters.ts'
import { knownOnly, unreadBut } from './request-path.ts'

/** Adds the lookup service, which finds objects of the virtual infrastructure. */
export function addLookupRoutes(server: FastifyInstance, house: House): void {
  const get = ['GET', 'HEAD']
  const { store } = house.world
  server.route({
    method: get,
    url: '/api/lookupSvc',
    handler: knownOnly(house, ({ session }) => lookupService(store, session.id)),
  })
  server.route({
    method: get,
    url: '/api/lookup',
    handler: knownOnly(house, (ask) => {
      const { parameters } = ask
      ask.unread = unreadBut(parameters, 'hierarchyref', 'host', 'name', 'type')
      return lookUp(store, {
        hierarchyref: valueOf(parameters, 'hierarchyref'),
        host: valueOf(parameters, 'host'),
        name: valueOf(parameters, 'name'),
        type: valueOf(parameters, 'type'),
      })
    }),
  })
}
