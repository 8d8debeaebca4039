import type { FastifyInstance, FastifyPluginCallback, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { finish } from '../../clock/sliced.ts'
import { ApiError, errors } from '../../model/api-error.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { nearest } from '../../text/nearest.ts'
import { quoteBriefly } from '../../text/quote-briefly.ts'
import { answerControl, refuseControl } from './answer-control.ts'
import { bodyText } from '../request/body-text.ts'
import { doControl, type Asking, type ControlOperation } from '../../control/control-operation.ts'
import { allControl, controlOperations } from '../../control/control-operations.ts'
import { answerPreflights } from '../request/cors.ts'
import { addEventRoutes } from './event-routes.ts'
import { guardControl } from './guard.ts'
import type { Worlds } from '../../worlds/worlds.ts'
import { readParameters, type Parameter } from '../../query/parameters.ts'
import { sendReady } from '../request/send.ts'
import { unknownControl } from './unknown-control.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its bodies are handed on as the texts they are, in pieces. */
    readonly isText?: boolean
    /** Whoever may reach the server may ask it, or it sees itself who asks. */
    readonly isOpen?: boolean
  }
}

/** Bytes of a body, unless its operation says otherwise. */
const BODY_LIMIT = 1 << 20

/** What only a mock has, as a Fastify plugin for `/_mock`: bodies and errors in JSON, no logon, a token where one is needed. */
export const controlPlugin =
  (worlds: Worlds): FastifyPluginCallback =>
  (own, _options, done) => {
    addBodies(own)
    own.addHook('onRequest', answerPreflights(worlds.settings, sendReady))
    // Who may ask is known before a body is read.
    own.addHook('onRequest', (request, _reply, goOn) => {
      if (request.routeOptions.config.isOpen !== true) guardControl(request, worlds.settings)
      goOn()
    })
    own.setErrorHandler(refuseControl)
    for (const operation of controlOperations) addControl(own, worlds, operation)
    addEventRoutes(own)
    // Fastify's own handler of what is not found minds case and slashes, which no other path does.
    for (const url of ['/', '/*']) addUnknown(own, url)
    done()
  }

/** JSON, whatever `curl -d` or nobody calls it; a page of another origin that does so is kept out by its Origin. */
function addBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', async (request: FastifyRequest, sent: Readable) => {
    const { headers, world, routeOptions } = request
    const { bodyLimit = BODY_LIMIT, config } = routeOptions
    const text = await bodyText(sent, bodyLimit, headers['content-length'])
    if (text.length === 0) return undefined
    const { 'content-type': type = 'application/json' } = headers
    if (!/^application\/(?:(?:[\w.-]+\+)?json|x-www-form-urlencoded)\s*(?:;|$)/i.test(type))
      throw new ApiError(415, `A body of type "${quoteBriefly(type)}" cannot be read. Send application/json.`)
    if (config.isText === true) return text
    // It says the same of a broken one on every Node, and is loaded for the first.
    const { readingText } = await import('../../json-schema/read-text.ts')
    return world.beside(readingText(text, 'body', reading))
  })
}

/** Refuses what is not there, before its body is read. */
function addUnknown(server: FastifyInstance, url: string): void {
  const refuseIt = ({ method, url: asked }: FastifyRequest): never => {
    throw unknownControl(method, asked, allControl)
  }
  server.all(url, {
    config: { isOpen: true },
    onRequest: (request) => refuseIt(request),
    handler: refuseIt,
  })
}

function addControl(server: FastifyInstance, worlds: Worlds, operation: ControlOperation<never>): void {
  const { method, path, isOpen = false, isText = false, bodyLimit = BODY_LIMIT } = operation
  server.route({
    config: { isText, isOpen },
    method: method === 'GET' ? ['GET', 'HEAD'] : method,
    url: `/${path.replace(/\{(\w+)\}/g, ':$1')}`,
    bodyLimit,
    handler: (request, reply) =>
      answerControl(
        request,
        reply,
        () => perform(operation, request, worlds),
        (answer) => statusOf(operation, request, answer),
      ),
  })
}

const statusOf = ({ unmet }: ControlOperation<never>, { url }: FastifyRequest, answer: unknown): number =>
  unmet?.is(answer, readParameters(url)) === true ? unmet.status : 200

async function perform(operation: ControlOperation<never>, request: FastifyRequest, worlds: Worlds): Promise<unknown> {
  const gone = new AbortController()
  const leave = () => gone.abort()
  // A request that was made up, in a test, has no socket.
  const socket = request.socket as typeof request.socket | undefined
  socket?.once('close', leave)
  try {
    const parameters = readParameters(request.url)
    refuseUnread(operation, parameters)
    const { world } = request
    const work = doControl(operation, await askingFor(operation), {
      world,
      worlds,
      body: request.body ?? undefined,
      parameters,
      path: request.params as Readonly<Record<string, string>>,
      base: `${request.protocol}://${request.host}`,
      gone: gone.signal,
    })
    if (operation.ofServer === true) return await finish<unknown>(work)
    return await world.lock.do<unknown>(work, () => gone.signal.aborted)
  } finally {
    socket?.off('close', leave)
  }
}

/** Throws a 400 ApiError for a parameter that nothing reads: what it says would not be done. */
function refuseUnread({ method, path, parameters, body }: ControlOperation<never>, asked: readonly Parameter[]): void {
  const known = Object.keys(parameters ?? {})
  const first = asked.find(({ name }) => !known.some((each) => each.toLowerCase() === name.toLowerCase()))
  if (first === undefined) return
  const reads = known.length === 0 ? 'none' : known.join(', ')
  const meant = didYouMean(nearest(first.name, known))
  const where = body === undefined ? '' : ' What it is told stands in the body, as JSON.'
  throw errors.badRequest(
    `Found the parameter "${quoteBriefly(first.name)}"; ${method} /_mock/${path} reads ${reads}.${meant}${where}`,
  )
}

const askingFor = ({ asks }: ControlOperation<never>): Asking | Promise<Asking> | undefined =>
  asks === true ? import('../../control/asking.ts') : undefined

/** What it is to be is checked later; what is thrown for what is no JSON says where. */
const reading = {
  check: () => undefined,
  fail: (sentence: string) => errors.badRequest(sentence),
}
