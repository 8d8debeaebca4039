import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify'
import type { IncomingHttpHeaders } from 'node:http'
import type { Ready } from '../../worlds/response-cache.ts'

type Headers = Readonly<Record<string, string>>

/** What a page of another origin may see and send. By name, since `*` is no wildcard once credentials are allowed. */
const EXPOSED = 'X-RestSvcSessionId, Location'
const OF_MOCK = ', X-Mock-Unread, X-Mock-Fault, X-Mock-Begun-Anew, Preference-Applied'
const VARY = 'Origin, Access-Control-Request-Headers'
const HEADERS = 'Authorization, Content-Type, X-RestSvcSessionId'
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'

/** Who may use the API from a page of another origin: every one if none is given. */
interface Allowing {
  readonly corsOrigin: readonly string[]
  readonly quietHeaders: boolean
}

/**
 * The headers that let a browser's page of another origin use the API.
 */
export function corsHeaders(headers: IncomingHttpHeaders, { corsOrigin, quietHeaders }: Allowing): Headers {
  const { origin } = headers
  if (origin === undefined) return {}
  if (!isAllowed(origin, corsOrigin)) return { Vary: VARY }
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': EXPOSED + (quietHeaders ? '' : OF_MOCK),
    Vary: VARY,
  }
}

export const isPreflight = (method: string | undefined, headers: IncomingHttpHeaders): boolean =>
  method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined

/** Answers preflights before anything else is asked of them, as a hook. @param send how answers are sent. */
export const answerPreflights =
  (
    { corsOrigin }: Allowing,
    send: (request: FastifyRequest, reply: FastifyReply, ready: Ready) => void,
  ): onRequestHookHandler =>
  (request, reply, done) => {
    const { method, headers } = request
    if (!isPreflight(method, headers)) return done()
    send(request, reply, { status: 204, headers: preflightHeaders(headers, corsOrigin), body: Buffer.alloc(0) })
  }

/** What a preflight's answer says besides: all that was asked for is allowed, for two hours. Nothing to an origin that may not. */
function preflightHeaders(headers: IncomingHttpHeaders, allowed: readonly string[]): Headers {
  if (!isAllowed(headers.origin, allowed)) return {}
  return {
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? HEADERS,
    'Access-Control-Max-Age': '7200',
  }
}

const isAllowed = (origin: string | undefined, allowed: readonly string[]): origin is string =>
  origin !== undefined && (allowed.length === 0 || allowed.includes(origin))
