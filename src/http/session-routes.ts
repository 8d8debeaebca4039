import type { FastifyInstance } from 'fastify'
import { tableOf } from '../life/table-of.ts'
import { refuse } from '../model/refusal.ts'
import { describeEvents } from '../reports/system-session-events.ts'
import { systemSession } from '../resources/index.ts'
import type { House } from './house.ts'
import { readId } from './read-id.ts'
import { knownOnly } from './request-path.ts'

/** Adds what hangs on a system session: the events of its log. */
export function addSessionRoutes(server: FastifyInstance, house: House): void {
  const { name, path } = systemSession
  server.route({
    method: ['GET', 'HEAD'],
    url: `/api/${path}/:id/events`,
    handler: knownOnly(house, ({ request }) => {
      const given = request.params as { readonly id: string }
      const id = readId(given.id, name)
      const row = tableOf(house.world, systemSession).get(id)
      if (row === undefined) throw refuse.notFound(name, id)
      return describeEvents(row)
    }),
  })
}
