import type { FastifyInstance } from 'fastify'
import type { Resource } from '../model/resource.ts'
import { describeMount, describeMounts, mountOf } from '../reports/mounts.ts'
import type { Answer } from '../wire/answer.ts'
import { entityRoute } from './entity-route.ts'
import type { House } from './house.ts'
import { knownOnly, type KnownAsk, reading } from './request-path.ts'
import { rowOf } from './row-of.ts'

/** Adds the mounts of every type whose definition leads to some. */
export function addMountRoutes(server: FastifyInstance, house: House): void {
  for (const resource of house.world.store.resources) {
    const name = mountOf(resource)
    if (name !== undefined) addMounts(server, house, resource, name)
  }
}

function addMounts(server: FastifyInstance, house: House, resource: Resource, name: string): void {
  const url = `${entityRoute(resource)}/mounts`
  const add = (url: string, describe: (ask: KnownAsk) => Answer) =>
    server.route({
      method: reading,
      url,
      handler: knownOnly(house, (ask) => {
        rowOf(house, resource, ask)
        return describe(ask)
      }),
    })
  const empty = describeMounts(name)
  add(url, () => empty)
  for (const below of ['/:mount', '/:mount/*'])
    add(url + below, ({ request }) =>
      describeMount(name, (request.params as { readonly mount: string }).mount),
    )
}
