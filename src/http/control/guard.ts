import type { FastifyRequest } from 'fastify'
import { createHash, timingSafeEqual } from 'node:crypto'
import { ApiError } from '../../model/api-error.ts'
import type { Settings } from '../../config/options.ts'

type Guarding = Pick<Settings, 'host' | 'token' | 'publicUrl' | 'corsOrigin'>

/**
 * Lets nobody but those who may be here touch the mock itself: whoever has the token, or, on a server that listens to
 * loopback alone and has none, programs of this machine and pages of its own. A page of another site is refused by its
 * Origin, and one that had its own name lead here by its Host (DNS rebinding). Throws ApiErrors: 401 without a token that
 * is needed, 403 for a foreign Origin or Host.
 * @param parameter the token that the URL carries, where a client may have no other way.
 */
export function guardControl(
  { headers }: Pick<FastifyRequest, 'headers'>,
  settings: Guarding,
  parameter?: string,
): void {
  const { origin, host = '' } = headers
  if (origin !== undefined && !isOwn(origin, host) && !settings.corsOrigin.includes(origin))
    throw new ApiError(
      403,
      `A page of ${origin.slice(0, 200)} may not control this server; start it with --cors-origin ${origin.slice(0, 200)} if it is yours.`,
    )
  const { token } = settings
  if (token !== undefined) {
    const given = tokenOf(headers) ?? parameter
    if (given !== undefined && isSame(given, token)) return
    throw new ApiError(
      401,
      `${given === undefined ? 'No token was' : 'A wrong token was'} sent. Send the one that --token gave, or that was told on stderr at the start, as X-Mock-Token or Authorization: Bearer.`,
    )
  }
  if (!isLoopback(hostNameOf(host)) && host !== hostOf(settings.publicUrl))
    throw new ApiError(
      403,
      `"${host.slice(0, 200)}" is not the name of this machine. Ask localhost or 127.0.0.1, or start with --token and send it.`,
    )
}

/** Whether a server that listens there can be reached by this machine alone. */
export const isLoopback = (name: string): boolean => /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(name)

function tokenOf(headers: FastifyRequest['headers']): string | undefined {
  const own = headers['x-mock-token']
  return typeof own === 'string' ? own : /^bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1]
}

/** In a time that tells nothing of either. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}

const isOwn = (origin: string, host: string): boolean => origin === `http://${host}` || origin === `https://${host}`

/** The name in a Host header, without the port and the brackets. */
export const hostNameOf = (host: string): string => host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')

const hostOf = (url: string | undefined): string | undefined => (url === undefined ? undefined : new URL(url).host)
