import type { FastifyReply, FastifyRequest } from 'fastify'
import { readBasic } from '../../auth/credentials.ts'
import { mediaTypeOf } from '../../wire/accept.ts'
import { askedOperation } from './asked-operation.ts'
import { isPreflight } from './cors.ts'
import type { Ready } from '../../worlds/response-cache.ts'
import { sendReady } from './send.ts'

/** Sends an answer, and takes down what was asked and what came of it. */
export const sendAndJournal = (request: FastifyRequest, reply: FastifyReply, ready: Ready): void =>
  sendReady(request, reply, ready, journalAnswered)

/** Takes down a request that gets no answer at all. */
export const journalUnanswered = (request: FastifyRequest): void => journal(request, 0, 0)

const journalAnswered = (request: FastifyRequest, { status, body }: Ready): void =>
  journal(request, status, body.length)

function journal(request: FastifyRequest, status: number, responseBytes: number): void {
  const { world, method, headers, url, sent } = request
  const entry = {
    time: world.simulation.clock.now(),
    method,
    url,
    ...askedOperation(request, request.routeOptions.url),
    user: request.user ?? readBasic(headers.authorization)?.name,
    world: world.name,
    status,
    mediaType: mediaTypeOf(headers.accept),
    unread: request.unread,
    fault: request.activeFault && (request.activeFault.name ?? 'prefer'),
    responseBytes,
    userAgent: headers['user-agent'],
    contentType: headers['content-type'],
    ...(isPreflight(method, headers) && { preflight: true as const }),
    ...(sent !== undefined && { body: sent, requestBytes: Buffer.byteLength(sent) }),
  }
  world.journal.add(entry)
  if (world.events.isHeard && !('preflight' in entry)) world.events.tell('request', world.journal.latest())
}
