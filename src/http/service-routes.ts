import type { FastifyInstance } from 'fastify'
import { versionsOf } from '../logon/versions.ts'
import { agentsService, nasService } from '../reports/family-services.ts'
import { queryService } from '../reports/query-service.ts'
import { serviceRoot } from '../reports/service-root.ts'
import type { AnswerQuery } from './query-route.ts'
import { anyone, knownOnly, type KnownAsk, reading } from './request-path.ts'

/** Adds the service root, the services of agents and shares, and the query service. */
export function addServiceRoutes(server: FastifyInstance): void {
  server.route({
    method: reading,
    url: '/api',
    handler: anyone(({ house }) => serviceRoot(versionsOf(house.settings.legacyVersions))),
  })
  server.route({ method: reading, url: '/api/agents', handler: knownOnly(agentsService) })
  server.route({ method: reading, url: '/api/nas', handler: knownOnly(nasService) })
  server.route({
    method: reading,
    url: '/api/querySvc',
    handler: knownOnly(({ session }) => queryService(session.id)),
  })
  server.route({
    method: reading,
    url: '/api/query',
    handler: knownOnly((ask: KnownAsk) => {
      if (answerQuery !== undefined) return answerQuery(ask)
      return load().then((answer) => answer(ask))
    }),
  })
}

let answerQuery: AnswerQuery | undefined

/** The filter's parser is large; a server that is asked no query never loads it. */
const load = async (): Promise<AnswerQuery> =>
  (answerQuery = (await import('./query-route.ts')).answerQuery)
