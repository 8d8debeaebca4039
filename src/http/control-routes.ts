import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readText } from '../json/read-text.ts'
import { refuse } from '../model/refusal.ts'
import { XmlElement } from '../wire/xml-element.ts'
import { answerControl } from './answer-control.ts'
import { doControl, type Asking, type ControlOperation } from './control-operation.ts'
import { controlOperations } from './control-operations.ts'
import { addEventRoutes } from './event-routes.ts'
import { guardControl } from './guard.ts'
import type { Houses } from './houses.ts'
import { readParameters } from './parameters.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its bodies are handed on as the texts they are. */
    readonly isText?: boolean
  }
}

/** Bytes of a body, unless its operation says otherwise. */
const BODY_LIMIT = 1 << 20

/** Adds what only a mock has. Nothing here needs a logon. */
export function addControlRoutes(server: FastifyInstance, houses: Houses): void {
  for (const operation of controlOperations) addControl(server, houses, operation)
  addEventRoutes(server)
}

function addControl(
  server: FastifyInstance,
  houses: Houses,
  operation: ControlOperation<never>,
): void {
  const { method, path, isOpen = false, bodyLimit = BODY_LIMIT } = operation
  server.route({
    // Texts are read here, so that what is said of a broken one is the same on every Node.
    config: { isText: true },
    method: method === 'GET' ? ['GET', 'HEAD'] : method,
    url: `/_mock/${path.replace(/\{(\w+)\}/g, ':$1')}`,
    bodyLimit,
    // Who may ask is known before a body is read.
    onRequest: (request, _reply, done) => {
      if (!isOpen) guardControl(request, houses.settings)
      done()
    },
    handler: (request, reply) =>
      answerControl(request, reply, () => perform(operation, request, houses)),
  })
}

async function perform(
  operation: ControlOperation<never>,
  request: FastifyRequest,
  houses: Houses,
): Promise<unknown> {
  const gone = new AbortController()
  const leave = () => gone.abort()
  // A request that was made up, in a test, has no socket.
  const socket = request.socket as typeof request.socket | undefined
  socket?.once('close', leave)
  try {
    return await doControl(operation, await askingFor(operation), {
      house: request.house,
      houses,
      body: bodyOf(request, operation.isText === true),
      parameters: readParameters(request.url),
      path: request.params as Readonly<Record<string, string>>,
      base: `${request.protocol}://${request.host}`,
      gone: gone.signal,
    })
  } finally {
    socket?.off('close', leave)
  }
}

const askingFor = ({ asks }: ControlOperation<never>): Asking | Promise<Asking> | undefined =>
  asks === true ? import('../control/asking.ts') : undefined

function bodyOf({ body }: FastifyRequest, isText: boolean): unknown {
  if (typeof body === 'string' && !isText) return readText(body, 'body', reading)
  if (!(body instanceof XmlElement)) return body ?? undefined
  throw refuse.badRequest('JSON is expected as the body, such as {"by":"PT2H"}.')
}

/** What it is to be is checked later; what is thrown for what is no JSON says where. */
const reading = {
  check: () => undefined,
  fail: (sentence: string) => refuse.badRequest(sentence),
}
