import type { IncomingHttpHeaders } from 'node:http'

type Headers = Readonly<Record<string, string>>

/** What a page of another origin may see and send. By name, since `*` is no wildcard once credentials are allowed. */
const EXPOSED = 'X-RestSvcSessionId, Location, X-Mock-Unread'
const METHODS = 'GET, HEAD, POST, PUT, DELETE, OPTIONS'

/**
 * The headers that let a browser's page of another origin use the API.
 * @param allowed the origins that may; every one if empty.
 */
export function corsHeaders(headers: IncomingHttpHeaders, allowed: readonly string[]): Headers {
  const { origin } = headers
  if (origin === undefined) return {}
  if (allowed.length > 0 && !allowed.includes(origin)) return { Vary: 'Origin' }
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': EXPOSED,
    Vary: 'Origin',
  }
}

export const isPreflight = (method: string | undefined, headers: IncomingHttpHeaders): boolean =>
  method === 'OPTIONS' &&
  headers.origin !== undefined &&
  headers['access-control-request-method'] !== undefined

/** The answer to a preflight: what was asked for is allowed, for two hours. */
export const preflightHeaders = (
  headers: IncomingHttpHeaders,
  allowed: readonly string[],
): Headers => {
  const cors = corsHeaders(headers, allowed)
  return cors['Access-Control-Allow-Origin'] === undefined
    ? cors
    : {
        ...cors,
        'Access-Control-Allow-Methods': METHODS,
        'Access-Control-Allow-Headers':
          headers['access-control-request-headers'] ??
          'Authorization, Content-Type, X-RestSvcSessionId',
        'Access-Control-Max-Age': '7200',
        Vary: 'Origin, Access-Control-Request-Headers',
      }
}
