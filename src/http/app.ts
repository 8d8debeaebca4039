import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { LONGEST_URL } from '../journal/journal.ts'
import type { ActiveFault } from '../faults/faults.ts'
import { errors, type ApiError } from '../model/api-error.ts'
import type { ResponseContract } from '../openapi/response-contract.ts'
import { quoteBriefly } from '../text/quote-briefly.ts'
import { sendError } from './request/answer.ts'
import { apiPlugin } from './routes/api-plugin.ts'
import { dropBadContentType } from './request/bodies.ts'
import { controlPlugin } from './control/control-routes.ts'
import type { World } from '../worlds/world.ts'
import type { Worlds } from '../worlds/worlds.ts'
import { logRequest } from './request/log-requests.ts'
import { worldOf } from './request/world-of.ts'
import { withoutWorld } from './request/world-path.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The world that it is for. */
    world: World
    /** Who is logged on. */
    user: string | undefined
    /** Names of parameters that nothing read. */
    unread: readonly string[] | undefined
    /** What is to happen to it. */
    activeFault: ActiveFault | undefined
    /** What it has asked to happen to itself. */
    preferred: string | undefined
    /** How long the body of its answer is. */
    responseBytes: number
    /** The text of its body, as it came. */
    sent: string | undefined
  }
  interface FastifyContextConfig {
    /** What a route answers when all is well; those of the mock's own say it in their operations. */
    readonly contract?: ResponseContract
  }
}

const BODY_LIMIT = 1 << 20

/**
 * The application: what EM serves and what only a mock is asked are plugins of their own, and a request finds its world
 * before either. It listens to nothing; `listen.ts` opens the ports.
 */
export async function makeServer(worlds: Worlds): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    // Parameters are read by parameters.ts, as .NET would.
    routerOptions: {
      caseSensitive: false,
      ignoreTrailingSlash: true,
      ignoreDuplicateSlashes: true,
      maxParamLength: 2000,
      querystringParser: () => ({}),
    },
    // No route has a schema: left alone, Fastify would load its compilers, which take as long as all the rest of the start.
    schemaController: { compilersFactory: { buildValidator: noSchema, buildSerializer: noSchema } },
    rewriteUrl: withoutWorld,
    frameworkErrors: (error, request, reply) => {
      request.world ??= worlds.main
      logRequest(request, reply)
      sendError(tooLong(request) ?? error, request, reply)
    },
  })
  server.decorateRequest('world')
  server.decorateRequest('user', undefined)
  server.decorateRequest('unread', undefined)
  server.decorateRequest('taken', undefined)
  server.decorateRequest('preferred', undefined)
  server.decorateRequest('responseBytes', 0)
  server.decorateRequest('sent', undefined)
  server.addHook('onRequest', (request, reply, done) => {
    dropBadContentType(request)
    // An error on the way is said by the world that is there from the start.
    request.world = worlds.main
    logRequest(request, reply)
    const refused = tooLong(request)
    if (refused !== undefined) throw refused
    refuseEndless(request, reply)
    request.world = worldOf(request, worlds)
    done()
  })
  void server.register(apiPlugin(worlds))
  if (worlds.settings.control) void server.register(controlPlugin(worlds), { prefix: '/_mock' })
  await server.ready()
  return server
}

const tooLong = ({ url }: FastifyRequest): ApiError | undefined =>
  url.length > LONGEST_URL ? errors.uriTooLong(url.length, LONGEST_URL) : undefined

/** A body in an unknown coding has no end that can be known: 400, and the connection is closed (RFC 9112, section 6.3). */
function refuseEndless({ headers }: FastifyRequest, { raw }: FastifyReply): void {
  const coding = headers['transfer-encoding']
  if (coding === undefined || /(?:^|,)\s*chunked\s*$/i.test(coding)) return
  raw.shouldKeepAlive = false
  throw errors.badRequest(
    `Found Transfer-Encoding: ${quoteBriefly(coding)}; the end of a body is known by chunked alone.`,
  )
}

const noSchema = () => () => {
  throw new Error('Routes have no schemas here: shapes describe what is sent.')
}
