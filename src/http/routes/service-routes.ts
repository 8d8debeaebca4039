import { versionsOf } from '../../auth/versions.ts'
import { agentsRoot, agentsService, nasRoot, nasService } from '../../documents/family-services.ts'
import { queryService, queryServiceRoot } from '../../documents/query-service.ts'
import { enterpriseManagerRoot, serviceRoot } from '../../documents/service-root.ts'
import { responseContract } from '../../openapi/response-contract.ts'
import type { AnswerQuery } from './query-route.ts'
import { publicRoute, sessionRoute, type SessionContext, reading } from '../request/request-path.ts'
import type { Routes } from './routes.ts'

/** Adds the service root, the services of agents and shares, and the query service. */
export function addServiceRoutes(routes: Routes): void {
  routes.route({
    method: reading,
    url: '/api',
    config: responseContract(enterpriseManagerRoot),
    handler: publicRoute(({ world }) => serviceRoot(versionsOf(world.settings.legacyVersions))),
  })
  routes.route({
    method: reading,
    url: '/api/agents',
    config: responseContract(agentsRoot),
    handler: sessionRoute(agentsService),
  })
  routes.route({
    method: reading,
    url: '/api/nas',
    config: responseContract(nasRoot),
    handler: sessionRoute(nasService),
  })
  routes.route({
    method: reading,
    url: '/api/querySvc',
    config: responseContract(queryServiceRoot),
    handler: sessionRoute(({ session }) => queryService(session.id)),
  })
  routes.route({
    method: reading,
    url: '/api/query',
    config: { contract: { kind: 'query' } },
    // Nothing is waited for in the turn that a request has.
    preHandler: (_request, _reply, done) => {
      if (answerQuery === undefined) load().then(() => done(), done)
      else done()
    },
    handler: sessionRoute((context: SessionContext) => {
      if (answerQuery === undefined) throw new Error('A query is answered before its language is loaded.')
      return answerQuery(context)
    }),
  })
}

let answerQuery: AnswerQuery | undefined

/** The filter's parser is large; a server that is asked no query never loads it. */
const load = async (): Promise<void> => {
  answerQuery = (await import('./query-route.ts')).answerQuery
}
