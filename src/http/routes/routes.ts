import type { onRequestHookHandler, preHandlerHookHandler, RouteHandlerMethod } from 'fastify'
import type { ResponseContract } from '../../openapi/response-contract.ts'

/** Something that EM serves. */
export interface Route {
  readonly method: string | string[]
  /** As the router has it: `/api/jobs/:id`, `*` for whatever path is left. */
  readonly url: string
  readonly config: { readonly promised: ResponseContract }
  /** What is settled before a body is read: who asks. */
  readonly onRequest?: onRequestHookHandler
  readonly preHandler?: preHandlerHookHandler
  readonly handler: RouteHandlerMethod
}

/** Where routes are added: a list, or a server. */
export interface Routes {
  route(route: Route): unknown
}
