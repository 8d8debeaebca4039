// Room http: the only room that speaks HTTP. It takes no decision about data.
import { finish, type Sliced } from '../clock/sliced.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { STATUS_CODES } from 'node:http'
import { readBasic } from '../logon/credentials.ts'
import { refuse, Refusal } from '../model/refusal.ts'
import { mediaTypeOf, type MediaType } from '../wire/accept.ts'
import { isLarge, writeAnswer, writeLarge, type Answer } from '../wire/answer.ts'
import { errorShape } from '../wire/documents.ts'
import { giveBack } from '../wire/pool.ts'
import type { Language } from '../wire/representation.ts'
import { askedOperation, isControl } from './asked-operation.ts'
import { isLoopback, nameOf } from './guard.ts'
import { sendBroken } from './send-broken.ts'
import { corsHeaders, isPreflight } from './cors.ts'
import type { House } from './house.ts'
import { tellFault, withNet } from './last-net.ts'
import type { Ready } from './remembered.ts'

const contentTypes = {
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

/** Sent with everything (recorded on 12.1). */
const always = [
  'Cache-Control', 'private',
  'Server', 'Microsoft-HTTPAPI/2.0',
  'X-Frame-Options', 'SAMEORIGIN',
  'X-XSS-Protection', '1; mode=block',
  'X-Content-Type-Options', 'nosniff',
] as const // prettier-ignore

/** Sent as well, but never for this machine: a browser would hold every server on it to HTTPS for a year. */
const strict = ['Strict-Transport-Security', 'max-age=31536000'] as const

type Headers = Readonly<Record<string, string>>

/** Sends an answer in the media type that was asked for. @param base the URL of `/api`. */
const send = (...given: Parameters<typeof sending>): Ready => finish(sending(...given))

/** As `send`, as work in slices where there are many rows. */
export function* sending(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  base: string,
  headers: Headers,
): Sliced<Ready> {
  const { house } = request
  const mediaType = mediaTypeOf(request.headers.accept)
  const language = languageOf(house, mediaType)
  const own = answer.kind === 'row' || answer.kind === 'file' ? undefined : answer.headers
  const typed = answer.kind === 'nothing' ? undefined : contentTypes[mediaType]
  const ready: Ready = {
    status: answer.status ?? 200,
    headers: {
      ...headers,
      ...own,
      ...(typed && { 'Content-Type': typed }),
      ...(answer.kind === 'file' && fileHeaders(answer.name)),
    },
    body: isLarge(answer)
      ? yield* writeLarge(answer, language, base, house.texts, house.settings.bom)
      : writeAnswer(answer, language, base, house.texts, house.settings.bom),
  }
  sendReady(request, reply, ready)
  return ready
}

const fileHeaders = (name: string): Headers => ({
  'Content-Type': 'application/octet-stream',
  'Content-Disposition': `attachment; filename="${name.replace(/[^\w. -]/g, '_')}"`,
})

const languageOf = ({ settings }: House, mediaType: MediaType): Language =>
  mediaType === 'xml' ? 'xml' : settings.dialect

/** Bytes. */
const SMALL = 8192

/** Writes past Fastify's reply, which would spell header names in lower case: clients look for X-RestSvcSessionId as it is. */
export function sendReady(request: FastifyRequest, reply: FastifyReply, ready: Ready): void {
  reply.hijack()
  // Fastify looks away from here on.
  withNet(reply.raw, request.house.log, () => write(request, reply, ready))
}

function write(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers, body }: Ready,
): void {
  const { house } = request
  const { raw } = reply
  const list: string[] = [...always, 'Date', dateOf(house)]
  if (!isLoopback(nameOf(request.headers.host ?? ''))) list.push(...strict)
  if (request.headers.origin !== undefined)
    addTo(list, corsHeaders(request.headers, house.settings))
  addTo(list, headers)
  if (status !== 204) list.push('Content-Length', String(body.length))
  house.links?.note(body)
  addTo(list, headersOfMock(request))
  raw.sendDate = false
  // As the real server does: that HTTP/1.1 keeps the connection goes without saying.
  if (raw.shouldKeepAlive && request.raw.httpVersion === '1.1') raw.removeHeader('Connection')
  if (request.taken === undefined || !sendBroken(request, reply, status, list, body)) {
    raw.writeHead(status, reasonOf(status), list)
    // As a text, Node sends it in one piece with the headers; a large one is better not copied.
    if (body.length <= SMALL) raw.end(body.toString('latin1'), 'latin1', () => giveBack(body))
    else if (request.method === 'HEAD') raw.end(() => giveBack(body))
    else house.outgoing.send(raw, body, () => giveBack(body))
  }
  note(request, status, body.length)
}

/** What a mock alone says of an answer: that a fault has happened to it, or that its world was let go of and began anew. */
function headersOfMock({ taken, preferred, house }: FastifyRequest): Headers {
  const { begunAnew } = house
  const isQuiet = house.settings.quietHeaders
  const anew = begunAnew === undefined || isQuiet ? {} : { 'X-Mock-Begun-Anew': begunAnew }
  if (taken === undefined) return anew
  return {
    ...anew,
    ...(preferred !== undefined && { 'Preference-Applied': preferred }),
    ...(taken.name !== undefined && !isQuiet && { 'X-Mock-Fault': taken.name }),
  }
}

/** Takes down a request that gets no answer at all. */
export const noteUnanswered = (request: FastifyRequest): void => note(request, 0, 0)

/** Takes down what was asked and what came of it. What a mock alone is asked is no part of it. */
function note(request: FastifyRequest, status: number, responseBytes: number): void {
  const { house, method, headers, url, sent } = request
  request.responseBytes = responseBytes
  // Fastify makes these anew whenever they are asked for.
  const { url: route } = request.routeOptions
  if (isControl(route)) return
  const entry = {
    time: house.world.clock.now(),
    method,
    url,
    ...askedOperation(request, route),
    user: request.user ?? readBasic(headers.authorization)?.name,
    world: house.name,
    status,
    mediaType: mediaTypeOf(headers.accept),
    unread: request.unread,
    fault: request.taken && (request.taken.name ?? 'prefer'),
    responseBytes,
    userAgent: headers['user-agent'],
    contentType: headers['content-type'],
    ...(isPreflight(method, headers) && { preflight: true as const }),
    ...(sent !== undefined && { body: sent, requestBytes: Buffer.byteLength(sent) }),
  }
  house.journal.add(entry)
  if (house.events.isHeard && !('preflight' in entry))
    house.events.tell('request', house.journal.latest())
}

/** As the real server does: errors carry .NET's name for the status, `400 BadRequest` (recorded on 9.5 U4). */
function reasonOf(status: number): string {
  const reason = STATUS_CODES[status] ?? ''
  return status < 400 ? reason : reason.replace(/\W/g, '')
}

function addTo(list: string[], headers: Headers): void {
  for (const name in headers) list.push(name, sendable(headers[name] ?? ''))
}

/** A header may echo what a request has said, and that may hold what no header can. */
const sendable = (value: string): string => value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?')

let second = -1
let dateText = ''

/** The world's date, since it is the world's clock that clients are to believe. */
function dateOf({ world }: House): string {
  const now = Math.floor(world.clock.now() / 1e6)
  if (now !== second) {
    second = now
    dateText = new Date(now * 1000).toUTCString()
  }
  return dateText
}

/** Renders whatever was thrown as EM's Error document. What is no refusal is ours: a 500, and a line in the log. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.raw.headersSent) return
  const { house } = request
  const { status, message } = refusalOf(error)
  if (error instanceof Refusal && error.detail !== undefined)
    house.log.tell('info', `${message}\n${error.detail}`)
  if (status === 500 && !(error instanceof Refusal)) tellFault(house.log, error)
  const headers: Record<string, string> = {}
  if (status === 401) headers['WWW-Authenticate'] = 'Basic Realm=RestSvc'
  if (error instanceof Refusal && error.allowed !== undefined)
    headers['Allow'] = error.allowed.join(', ')
  send(request, reply, errorAnswer(status, message), '', headers)
}

const errorAnswer = (status: number, message: string): Answer => ({
  kind: 'document',
  name: 'Error',
  shape: errorShape,
  // As the real server does: a 500 says its message twice (recorded).
  value: {
    Message: message,
    StatusCode: status,
    ...(status === 500 && { FirstChanceExceptionMessage: message }),
  },
  status,
})

/** What an error says to whoever asked. Fastify's own carry a status: a path it cannot decode, a body too large or of the wrong length. */
export function refusalOf(error: unknown): { readonly status: number; readonly message: string } {
  if (error instanceof Refusal) return error
  if (
    error instanceof Error &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode < 500
  ) {
    return { status: error.statusCode, message: error.message }
  }
  return refuse.nullReference()
}
