import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, refuse } from '../model/refusal.ts'
import { XmlElement } from '../wire/xml-element.ts'
import { sendReady } from './answer.ts'
import { guardControl } from './guard.ts'
import type { House } from './house.ts'
import { readParameters, type Parameter } from './parameters.ts'
import { PlainText } from './plain-text.ts'

export type Members = Readonly<Record<string, unknown>>

/** What only a mock is asked. */
export interface ControlCall {
  /** The world that it is about. */
  readonly house: House
  readonly body: Members
  /** The body as it was sent, where a route reads that itself. */
  readonly text: string
  readonly parameters: readonly Parameter[]
  /** What stands in the path, by name. */
  readonly path: Readonly<Record<string, string>>
  readonly request: FastifyRequest
}

/** Whoever may reach the server may ask whether it is well. */
const health = 'health'

type Handle = (call: ControlCall) => object | Promise<object>

/** Adds a route below `/_mock`; what it returns is sent as JSON. */
export type AddControl = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  handle: Handle,
  how?: {
    /** It reads its body itself, to say where that is wrong. */
    readonly isText?: true
  },
) => void

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its bodies are handed on as the texts they are. */
    readonly isText?: boolean
  }
}

/** A function that adds routes to the server. Bodies are JSON objects, and so are answers, errors among them. */
export const controlOf =
  (server: FastifyInstance): AddControl =>
  (method, url, handle, { isText = false } = {}) => {
    server.route({
      config: { isText },
      method: method === 'GET' ? ['GET', 'HEAD'] : method,
      url: `/_mock/${url}`,
      // A dump may be large.
      bodyLimit: 256 << 20,
      handler: (request, reply) =>
        answerControl(request, reply, (call) => {
          if (url !== health) guardControl(request, request.house.settings)
          return handle(call)
        }),
    })
  }

/** Sends what a handler returns or throws; undefined is sent by the handler itself. Unlike EM's own, errors here are JSON whatever is accepted. */
export function answerControl(
  request: FastifyRequest,
  reply: FastifyReply,
  handle: (call: ControlCall) => object | Promise<object> | undefined,
): void | Promise<void> {
  const fail = (error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    sendObject(request, reply, error.status, { message: error.message })
  }
  const finish = (content: object) => sendObject(request, reply, 200, content)
  try {
    const content = handle({
      house: request.house,
      body: bodyOf(request),
      text: typeof request.body === 'string' ? request.body : '',
      parameters: readParameters(request.url),
      path: request.params as Readonly<Record<string, string>>,
      request,
    })
    if (content instanceof Promise) return content.then(finish).catch(fail)
    if (content !== undefined) finish(content)
  } catch (error) {
    fail(error)
  }
}

function sendObject(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  content: object,
): void {
  const [type, text] =
    content instanceof PlainText
      ? [content.type, content.text]
      : ['application/json; charset=utf-8', JSON.stringify(content)]
  sendReady(request, reply, { status, headers: { 'Content-Type': type }, body: Buffer.from(text) })
}

function bodyOf({ body, routeOptions }: FastifyRequest): Members {
  if (body === undefined || body === null || routeOptions.config.isText === true) return {}
  if (typeof body === 'object' && !Array.isArray(body) && !(body instanceof XmlElement))
    return body as Members
  throw refuse.badRequest('A JSON object is expected as the body, such as {"by":"PT2H"}.')
}

/** The body, if it has no members but these; a misspelt one would do nothing. Throws a 400 refusal otherwise. */
export function only(body: Members, ...known: readonly string[]): Members {
  const stray = Object.keys(body).find((name) => !known.includes(name))
  if (stray === undefined) return body
  const members =
    known.length === 0 ? 'no members are expected' : `the members are ${known.join(', ')}`
  throw refuse.badRequest(`Found "${stray.slice(0, 100)}"; ${members}.`)
}

/** A member of the body that is a text, if it is there. Throws a 400 refusal for what is none. */
export function textIn(body: Members, name: string): string | undefined {
  const value = body[name]
  if (value === undefined || typeof value === 'string') return value
  throw refuse.badRequest(`Found ${JSON.stringify(value).slice(0, 100)} as ${name}; it is a text.`)
}
