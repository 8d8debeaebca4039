import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { LogonSession } from '../logon/logon-sessions.ts'
import { readToken } from '../logon/credentials.ts'
import { refuse } from '../model/refusal.ts'
import type { Answer } from '../wire/answer.ts'
import { send } from './answer.ts'
import { baseUrl } from './base-url.ts'
import type { House } from './house.ts'
import { readParameters, type Parameter } from './parameters.ts'

/** A request as handlers see it. */
export interface Ask {
  readonly request: FastifyRequest
  readonly parameters: readonly Parameter[]
  /** Names of parameters that the handler did not read: all of them, unless it says otherwise. */
  unread: readonly string[]
}
export interface KnownAsk extends Ask {
  readonly session: LogonSession
}

type Handle<A extends Ask> = (ask: A) => Answer | Promise<Answer>

/** The way of every request, in this order: know who asks, settle the world, answer. */
function requestPath<A extends Ask>(
  house: House,
  know: (ask: Ask) => A,
  handle: Handle<A>,
): RouteHandlerMethod {
  return function answerRequest(request: FastifyRequest, reply: FastifyReply) {
    const base = baseUrl(request.raw, house.settings)
    const parameters = readParameters(request.url)
    const ask = know({ request, parameters, unread: unreadBut(parameters) })
    const answer = handle(ask)
    const finish = (ready: Answer) => {
      if (house.log.isDebug)
        house.log.tell('debug', `${request.method} ${request.url.split('?')[0] ?? ''}`)
      send(house, request, reply, ready, base, unreadHeader(ask.unread))
    }
    // Most answers are there at once; waiting for those too would cost a turn of the event loop.
    return answer instanceof Promise ? answer.then(finish) : finish(answer)
  }
}

/** For what needs no logon, and says nothing of the world either. */
export const anyone = (house: House, handle: Handle<Ask>): RouteHandlerMethod =>
  requestPath(house, (ask) => ask, handle)

/** For what needs a logon session. Only such a request looks at the world, and so lets it move (decision 4). */
export const knownOnly = (house: House, handle: Handle<KnownAsk>): RouteHandlerMethod =>
  requestPath(
    house,
    (ask) => {
      const session = knowSession(house, ask.request)
      house.world.settle()
      return Object.assign(ask, { session })
    },
    handle,
  )

/** Who asks. Throws the refusal that becomes a 401 if there is no living session. */
export function knowSession({ logons, world }: House, { headers }: FastifyRequest): LogonSession {
  const header = headers['x-restsvcsessionid']
  const token = readToken(headers.cookie, typeof header === 'string' ? header : undefined)
  const session = token === undefined ? undefined : logons.see(token, world.clock.now())
  if (session === undefined) throw refuse.noSession()
  return session
}

/** Tells a test's author what the request said in vain. */
const unreadHeader = (names: readonly string[]): Readonly<Record<string, string>> =>
  names.length === 0
    ? {}
    : { 'X-Mock-Unread': names.map((name) => encodeURIComponent(name.slice(0, 100))).join(', ') }

/** The names of all parameters but those read. */
export const unreadBut = (
  parameters: readonly Parameter[],
  ...read: readonly string[]
): readonly string[] =>
  parameters.filter(({ name }) => !read.includes(name.toLowerCase())).map(({ name }) => name)
