import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AskedRequest } from '../../faults/effects/effect-kind.ts'
import type { ActiveFault } from '../../faults/faults.ts'
import type { RequestRow } from '../../journal/request.ts'
import { readBasic } from '../../auth/credentials.ts'
import type { LogonSession } from '../../auth/logon-sessions.ts'
import { mediaTypeOf } from '../../wire/accept.ts'
import { askedOperation } from '../request/asked-operation.ts'
import { cutOff } from './carriers.ts'
import { journalUnanswered } from '../request/journal-request.ts'
import { withNet } from '../request/last-net.ts'
import { later } from './later.ts'
import { readPrefer } from './prefer.ts'
import { tokenIn } from '../request/token-in.ts'

/**
 * Breaks a request on purpose, before it is answered, if a rule of its world or the request itself asks for it: goes on
 * later, goes on with an error, or never. What happens to the bytes of the answer is left to `sendBroken`.
 */
export function breakRequest(request: FastifyRequest, reply: FastifyReply, goOn: (error?: Error) => void): void {
  const activeFault = takenBy(request)
  if (activeFault === undefined) return goOn()
  request.activeFault = activeFault
  const { effect, delay } = activeFault
  const act = () => {
    if (reply.raw.destroyed) return
    const { kind, given = {} } = effect.does ?? {}
    if (kind?.acts === 'before') return goOn(errorOf(() => kind.act(askedOf(request), given)))
    if (kind?.acts !== 'instead') return goOn()
    journalUnanswered(request)
    reply.hijack()
    const { socket } = request.raw
    kind.act({ reset: () => cutOff(socket), close: () => void socket.destroy() })
  }
  if (delay > 0) later(request.world, reply.raw, delay, act)
  else withNet(reply.raw, request.world.log, act)
}

function takenBy(request: FastifyRequest): ActiveFault | undefined {
  const { world, headers } = request
  const prefer = world.settings.prefer ? headers['prefer'] : undefined
  if (prefer === undefined && world.faults.size === 0) return undefined
  if (prefer !== undefined) {
    const preferred = readPrefer([prefer].flat().join(','))
    if (preferred !== undefined) {
      const { effect, applied } = preferred
      request.preferred = applied
      return { effect, delay: world.faults.delayOf(effect.delay, 'prefer', applied) }
    }
  }
  return world.faults.size === 0 ? undefined : world.faults.take(rowOf(request))
}

function rowOf(request: FastifyRequest): RequestRow {
  const { world, headers, method, url } = request
  const user = sessionOf(request)?.userName ?? readBasic(headers.authorization)?.name
  return {
    id: '',
    up: {},
    time: world.simulation.clock.now(),
    method,
    path: url.split('?')[0] ?? '',
    ...askedOperation(request, request.routeOptions.url),
    world: world.name,
    ...(user !== undefined && { user }),
    mediaType: mediaTypeOf(headers.accept),
  }
}

const askedOf = (request: FastifyRequest): AskedRequest => ({
  expireLogon() {
    const session = sessionOf(request)
    if (session !== undefined) request.world.logons.close(session.id)
  },
})

/** What it throws. */
function errorOf(act: () => void): Error | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    return error as Error
  }
}

/** Who asks, without being seen to: that would keep the session from ending. */
function sessionOf({ world, headers }: FastifyRequest): LogonSession | undefined {
  const token = tokenIn(headers)
  return token === undefined ? undefined : world.logons.peek(token)
}
