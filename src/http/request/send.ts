import type { FastifyReply, FastifyRequest } from 'fastify'
import { STATUS_CODES } from 'node:http'
import { releaseBuffer } from '../../wire/buffer-pool.ts'
import { corsHeaders } from './cors.ts'
import { isLoopback, hostNameOf } from '../control/guard.ts'
import type { World } from '../../worlds/world.ts'
import { withNet } from './last-net.ts'
import type { Ready } from '../../worlds/response-cache.ts'
import { sendBroken } from '../faults/send-broken.ts'

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

/** Bytes. */
const SMALL = 8192

/**
 * Writes past Fastify's reply, which would spell header names in lower case: clients look for X-RestSvcSessionId as it is.
 * @param then done once it is on its way.
 */
export function sendReady(
  request: FastifyRequest,
  reply: FastifyReply,
  ready: Ready,
  then?: (request: FastifyRequest, { status, body }: Ready) => void,
): void {
  reply.hijack()
  // Fastify looks away from here on.
  withNet(reply.raw, request.world.log, () => {
    write(request, reply, ready)
    request.responseBytes = ready.body.length
    then?.(request, ready)
  })
}

function write(request: FastifyRequest, reply: FastifyReply, { status, headers, body }: Ready): void {
  const { world } = request
  const { raw } = reply
  const list: string[] = [...always, 'Date', dateOf(world)]
  if (!isLoopback(hostNameOf(request.headers.host ?? ''))) list.push(...strict)
  if (request.headers.origin !== undefined) addTo(list, corsHeaders(request.headers, world.settings))
  addTo(list, headers)
  if (status !== 204) list.push('Content-Length', String(body.length))
  world.links?.note(body)
  addTo(list, headersOfMock(request))
  raw.sendDate = false
  // As the real server does: that HTTP/1.1 keeps the connection goes without saying.
  if (raw.shouldKeepAlive && request.raw.httpVersion === '1.1') raw.removeHeader('Connection')
  if (request.activeFault === undefined || !sendBroken(request, reply, status, list, body)) {
    raw.writeHead(status, reasonOf(status), list)
    // As a text, Node sends it in one piece with the headers; a large one is better not copied.
    if (body.length <= SMALL) raw.end(body.toString('latin1'), 'latin1', () => releaseBuffer(body))
    else if (request.method === 'HEAD') raw.end(() => releaseBuffer(body))
    else world.outgoing.send(raw, body, () => releaseBuffer(body))
  }
}

/** What a mock alone says of an answer: that a fault has happened to it, or that its world was let go of and began anew. */
function headersOfMock({ activeFault, preferred, world }: FastifyRequest): Headers {
  const { begunAnew } = world
  const isQuiet = world.settings.quietHeaders
  const anew = begunAnew === undefined || isQuiet ? {} : { 'X-Mock-Begun-Anew': begunAnew }
  if (activeFault === undefined) return anew
  return {
    ...anew,
    ...(preferred !== undefined && { 'Preference-Applied': preferred }),
    ...(activeFault.name !== undefined && !isQuiet && { 'X-Mock-Fault': activeFault.name }),
  }
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
function dateOf({ simulation }: World): string {
  const now = Math.floor(simulation.clock.now() / 1e6)
  if (now !== second) {
    second = now
    dateText = new Date(now * 1000).toUTCString()
  }
  return dateText
}
