import type { FastifyReply, FastifyRequest } from 'fastify'
import { wallNow } from '../../clock/clock.ts'
import { milliseconds } from '../../clock/duration.ts'
import { maskText, maskUrl } from '../../log/mask.ts'
import { readBasic } from '../../auth/credentials.ts'
import { askedOperation } from './asked-operation.ts'

/** Characters of a URL that are shown. */
const MOST = 2000

/** Has the log tell a request when it is over, however it ends: answered, broken by a fault, or given up by its client. */
export function logRequest(request: FastifyRequest, reply: FastifyReply): void {
  const { log } = request.world
  if (log.isSilent) return
  const { raw } = reply
  const began = wallNow()
  raw.once('close', () => {
    // The world may be another by now: a logon says which.
    const { world, method, url, headers, unread, activeFault, responseBytes } = request
    log.request({
      world: world.name,
      user: request.user ?? readBasic(headers.authorization)?.name,
      method,
      path: maskUrl(url).slice(0, MOST),
      operation: askedOperation(request, request.routeOptions.url)?.operation,
      status: raw.headersSent ? raw.statusCode : 0,
      ms: (wallNow() - began) / milliseconds(1),
      bytes: responseBytes,
      ...(!raw.writableFinished && { cut: true }),
      unread: unread === undefined || unread.length === 0 ? undefined : unread.map(maskText),
      fault: activeFault && (activeFault.name ?? 'prefer'),
    })
  })
}
