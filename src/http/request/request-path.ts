import type { FastifyReply, FastifyRequest, onRequestHookHandler, RouteHandlerMethod } from 'fastify'
import { finish, workOf, type Sliced } from '../../clock/sliced.ts'
import type { LogonSession } from '../../auth/logon-sessions.ts'
import { errors } from '../../model/api-error.ts'
import { isLarge, type Answer } from '../../wire/answer.ts'
import { sending } from './answer.ts'
import { baseUrl } from './base-url.ts'
import { permitNoTenant } from '../../worlds/permit.ts'
import type { World } from '../../worlds/world.ts'
import { sendAndJournal } from './journal-request.ts'
import type { Ready } from '../../worlds/response-cache.ts'
import { readParameters, type Parameter } from '../../query/parameters.ts'
import { refuseUnread } from './strict.ts'
import { tokenIn } from './token-in.ts'
import { permitOpenTenant } from '../routes/tenant-logon.ts'
import { workState } from '../../simulation/core/work-state.ts'

/** The methods of every route that reads. */
export const reading = ['GET', 'HEAD']

/** A request as handlers see it. */
export interface RequestContext {
  /** The world that is asked. */
  readonly world: World
  /** The URL of `/api` there. */
  readonly base: string
  readonly request: FastifyRequest
  readonly parameters: readonly Parameter[]
  /** Names of parameters that the handler did not read: all of them, unless it says otherwise. */
  unread: readonly string[]
}
export interface SessionContext extends RequestContext {
  readonly session: LogonSession
}

type Handle<A extends RequestContext> = (ask: A) => Answer

/** For what needs no logon, and says nothing of the world either. */
export const publicRoute =
  (handle: Handle<RequestContext>): RouteHandlerMethod =>
  (request, reply) => {
    const { lock, settings } = request.world
    const act = () => answer(request, reply, baseUrl(request.raw, settings), {}, handle)
    return lock.isFree ? act() : lock.do(workOf(act), isGone(reply))
  }

/**
 * For what needs a logon session: know who asks, catch up with the clock, answer, in this order. Only such a request looks at
 * the world, and so lets it move (decision 4).
 */
export const sessionRoute = (handle: Handle<SessionContext>): RouteHandlerMethod =>
  tenantRoute((context) => {
    permitNoTenant(context.session)
    return handle(context)
  })

/** As `sessionRoute`, for what a provider's tenant may ask too. Who answers has to see to it that a tenant sees its own. */
export const tenantRoute =
  (handle: Handle<SessionContext>): RouteHandlerMethod =>
  (request, reply) => {
    const { world } = request
    // Most requests find nobody at work and nothing due: they wait for nothing, be it a promise.
    if (world.lock.isFree && !world.simulation.isDue) return answerKnown(request, reply, handle)
    return world.lock.do(settleAndAnswer(request, reply, handle), isGone(reply))
  }

/** For a route that may be sent a body: who asks is known before it is read. */
export const sessionFirst: onRequestHookHandler = (request, _reply, done) => {
  knowSession(request)
  done()
}

function* settleAndAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  handle: Handle<SessionContext>,
): Sliced<void | Promise<void>> {
  // Nobody unknown moves the world.
  baseUrl(request.raw, request.world.settings)
  knowSession(request)
  yield* request.world.simulation.catchingUp()
  return answerKnown(request, reply, handle)
}

function answerKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  handle: Handle<SessionContext>,
): void | Promise<void> {
  const { world } = request
  const { simulation, settings, responseCache } = world
  const base = baseUrl(request.raw, settings)
  const session = knowSession(request)
  permitOpenTenant(world, session)
  const key = `${request.method} ${session.role} ${session.tenant ?? ''} ${request.headers.accept ?? ''} ${base} ${request.url}`
  // A look may move work on: it has to reach what is looked at.
  const again =
    simulation.state(workState).pieces.size > 0 ? undefined : responseCache.find(key, simulation.store.version)
  if (again !== undefined) return sendAndJournal(request, reply, again)
  return answer(request, reply, base, { session }, handle, key)
}

/** Nobody waits for an answer any more. */
export const isGone =
  ({ raw }: FastifyReply) =>
  (): boolean =>
    raw.destroyed

/** Hands a request to its handler and sends what it returns. @param key what to remember the answer by, if it lasts. */
function answer<More extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  base: string,
  more: More,
  handle: Handle<RequestContext & More>,
  key?: string,
): void | Promise<void> {
  const parameters = readParameters(request.url)
  const { world } = request
  const ask = { world, base, request, parameters, unread: unreadBut(parameters), ...more }
  if (world.links !== undefined) world.links.refuseBuilt(request, base)
  const answered = handle(ask)
  request.unread = ask.unread
  refuseUnread(ask)
  const sent = sending(request, reply, answered, base, unreadHeader(world, ask.unread))
  const remember = (ready: Ready) => {
    if (key !== undefined && answered.isLasting === true) world.responseCache.offer(key, ready)
  }
  // It has the turn already, and keeps it until all is written: names in it are of one moment.
  if (isLarge(answered)) return world.lock.do(remembering(sent, remember))
  remember(finish(sent))
}

function* remembering(sent: Sliced<Ready>, remember: (ready: Ready) => void): Sliced<void> {
  remember(yield* sent)
}

/** Who asks. Throws the ApiError that becomes a 401 if there is no living session. */
export function knowSession(request: FastifyRequest): LogonSession {
  const { headers, world } = request
  const { logons, simulation } = world
  const token = tokenIn(headers)
  const session = token === undefined ? undefined : logons.see(token, simulation.clock.now())
  if (session === undefined) throw errors.noSession()
  request.user = session.userName
  return session
}

/** Tells a test's author what the request said in vain: parameters, and places in its body. */
function unreadHeader({ settings }: World, names: readonly string[]): Readonly<Record<string, string>> {
  if (names.length === 0 || settings.quietHeaders) return {}
  const shown = names.slice(0, MOST_UNREAD).map(encodeName)
  if (names.length > MOST_UNREAD) shown.push(`(${names.length - MOST_UNREAD} more)`)
  return { 'X-Mock-Unread': shown.join(', ') }
}

/** Clients mind headers of many kilobytes; the journal has all names. */
const MOST_UNREAD = 20

const encodeName = (name: string): string =>
  encodeURIComponent(name.slice(0, 100)).replace(/%(2F|40|5B|5D)/g, decodeURIComponent)

/** The names of all parameters but those read. */
export const unreadBut = (parameters: readonly Parameter[], ...read: readonly string[]): readonly string[] =>
  parameters.filter(({ name }) => !read.includes(name.toLowerCase())).map(({ name }) => name)
