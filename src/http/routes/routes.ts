import type { onRequestHookHandler, preHandlerHookHandler, RouteHandlerMethod } from 'fastify'
import type { Route } from '../../operations/route.ts'

/** Something that EM serves, and what serves it. */
export interface ServedRoute extends Route {
  /** What is settled before a body is read: who asks. */
  readonly onRequest?: onRequestHookHandler
  readonly preHandler?: preHandlerHookHandler
  readonly handler: RouteHandlerMethod
}

/** Where routes are added: a list, or a server. */
export interface Routes {
  route(route: ServedRoute): unknown
}
