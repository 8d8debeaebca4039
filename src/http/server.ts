import { workOf } from '../clock/sliced.ts'
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { LONGEST_URL } from '../control/journal.ts'
import { LONGEST } from '../control/effect.ts'
import type { Taken } from '../control/faults.ts'
import type { Refusal } from '../model/refusal.ts'
import { refuse } from '../model/refusal.ts'
import { quoteBriefly } from '../words/quote-briefly.ts'
import { sendError, sendReady } from './answer.ts'
import { isControl } from './asked-operation.ts'
import { baseUrl } from './base-url.ts'
import { refuseControl } from './answer-control.ts'
import { addBodies } from './bodies.ts'
import { addControlRoutes } from './control-routes.ts'
import { breakRequest } from './break-request.ts'
import { isPreflight, preflightHeaders } from './cors.ts'
import { apiRoutes } from './api-routes.ts'
import type { House } from './house.ts'
import type { Houses } from './houses.ts'
import { withoutWorld } from './world-path.ts'
import { withNet } from './last-net.ts'
import type { Log } from './log.ts'
import { logRequest } from './log-requests.ts'
import { refuseBroken } from './broken-request.ts'
import type { Promised } from '../openapi/promised.ts'
import { permitNoTenant } from './permit.ts'
import { isGone, knowSession } from './request-path.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The world that it is for. */
    house: House
    /** Who is logged on. */
    user: string | undefined
    /** Names of parameters that nothing read. */
    unread: readonly string[] | undefined
    /** What is to happen to it. */
    taken: Taken | undefined
    /** What it has asked to happen to itself. */
    preferred: string | undefined
    /** How long the body of its answer is. */
    responseBytes: number
    /** The text of its body, as it came. */
    sent: string | undefined
  }
  interface FastifyContextConfig {
    /** What a route answers when all is well; those of the mock's own say it in their operations. */
    readonly promised?: Promised
  }
}

const BODY_LIMIT = 1 << 20

/**
 * The application: every route, every error. It listens to nothing; `listen.ts` opens the ports.
 */
export async function makeServer(houses: Houses): Promise<FastifyInstance> {
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
      request.house ??= houses.main
      logRequest(request, reply)
      sendError(tooLong(request) ?? error, request, reply)
    },
  })
  addBodies(server)
  server.decorateRequest('house')
  server.decorateRequest('user', undefined)
  server.decorateRequest('unread', undefined)
  server.decorateRequest('taken', undefined)
  server.decorateRequest('preferred', undefined)
  server.decorateRequest('responseBytes', 0)
  server.decorateRequest('sent', undefined)
  server.addHook('onRequest', (request, reply, done) => {
    // An error on the way is said by the world that is there from the start.
    request.house = houses.main
    logRequest(request, reply)
    const refused = tooLong(request)
    if (refused !== undefined) throw refused
    refuseEndless(request, reply)
    request.house = houses.of(request)
    if (!isPreflight(request.method, request.headers)) {
      const goOn = () => breakRequest(request, reply, done)
      // What a mock alone is asked waits for its world itself, if it is about one.
      if (isControl(request.routeOptions.url)) return goOn()
      const inTurn = () => whenFree(request, reply, goOn, done)
      return houses.outgoing.isFull ? houses.outgoing.whenRoom(reply.raw, inTurn) : inTurn()
    }
    const headers = preflightHeaders(request.headers, houses.settings.corsOrigin)
    sendReady(request, reply, { status: 204, headers, body: Buffer.alloc(0) })
  })
  // What leads nowhere is told so before its body is read.
  server.addHook('onRequest', (request, _reply, done) =>
    done(request.is404 ? refuseUnknown(request) : undefined),
  )
  server.setErrorHandler((error, request, reply) => {
    const answer = isControl(request.routeOptions.url) ? refuseControl : sendError
    return answer(error, request, reply)
  })
  server.setNotFoundHandler((request) => {
    throw refuseUnknown(request)
  })
  for (const route of apiRoutes()) server.route(route)
  if (houses.settings.control) addControlRoutes(server, houses)
  await server.ready()
  return server
}

/** Goes on with a request when nobody is at work in its world, so that all that is seen of that is from one moment. */
function whenFree(
  { house: { lock } }: FastifyRequest,
  reply: FastifyReply,
  goOn: () => void,
  fail: (error: Error) => void,
): void {
  if (lock.isFree) return goOn()
  void Promise.resolve(lock.do(workOf(goOn), isGone(reply))).catch(fail)
}

const tooLong = ({ url }: FastifyRequest): Refusal | undefined =>
  url.length > LONGEST_URL ? refuse.uriTooLong(url.length, LONGEST_URL) : undefined

/** A body in an unknown coding has no end that can be known: 400, and the connection is closed (RFC 9112, section 6.3). */
function refuseEndless({ headers }: FastifyRequest, { raw }: FastifyReply): void {
  const coding = headers['transfer-encoding']
  if (coding === undefined || /(?:^|,)\s*chunked\s*$/i.test(coding)) return
  raw.shouldKeepAlive = false
  throw refuse.badRequest(
    `Found Transfer-Encoding: ${quoteBriefly(coding)}; the end of a body is known by chunked alone.`,
  )
}

const noSchema = () => () => {
  throw new Error('Routes have no schemas here: shapes describe what is sent.')
}

/** Whether a path is of the REST API of Backup & Replication itself (its reference: `/api/v1/…`, `/api/oauth2/token`). */
const isOfBackupServer = (path: string): boolean => /^\/+api\/+(?:v1|oauth2)(?:\/|$)/i.test(path)

/** What is not routed has other methods (405), or is unknown (404). */
function refuseUnknown(request: FastifyRequest): Refusal {
  const path = request.url.split('?')[0] ?? ''
  const { method, house } = request
  const { operations } = house
  baseUrl(request.raw, house.settings)
  const place = /^\/+api(\/|$)/i.test(path)
    ? operations.at(path.replace(/^\/+api/i, ''))
    : undefined
  if (place === undefined && isOfBackupServer(path))
    return refuse.ofBackupServer(
      method,
      path.slice(0, 200),
      operations.nearestPath(path.replace(/^\/+api\/+v1/i, '')),
    )
  if (place === undefined)
    return refuse.noSuchPath(
      method,
      path.slice(0, 200),
      operations.nearestPath(path.replace(/^\/+api/i, '')),
    )
  permitNoTenant(knowSession(request))
  const allowed = [...new Set(place.operations.map((each) => each.method))]
  return refuse.methodNotAllowed(method, place.path, allowed)
}

/** Milliseconds after which a connection ends on which nothing moves, be it that nobody reads: more than anything takes that is waited for. */
const SILENCE = LONGEST + 30_000

/** How Node's HTTP servers are set up for the clients there are. */
export const httpOptions = {
  // As some PHP clients send both Content-Length: 0 and Transfer-Encoding: chunked.
  insecureHTTPParser: true,
  // A missing Host is answered by base-url.ts, as an Error document.
  requireHostHeader: false,
  // A whole filter may stand in a URL, and a token of any length must get a 401 rather than a broken connection.
  maxHeaderSize: 256 << 10,
} as const

/** A plain HTTP server for the application, not yet listening. */
export function plainServer(application: FastifyInstance, log: Log): Server {
  return guard(createServer(httpOptions, listenerOf(application, log)))
}

/** What answers requests, with a last net around every answer. */
export const listenerOf =
  (application: FastifyInstance, log: Log): RequestListener =>
  (request, response) =>
    withNet(response, log, () => application.routing(request, response))

/** What no HTTP parser can read is answered too, as EM's Error document. */
export function guard<S extends Server>(server: S): S {
  server.timeout = SILENCE
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) =>
    refuseBroken(error, socket),
  )
  return server
}
