// Module http: the only module that speaks HTTP. It decides nothing about data.
import { finish, type Sliced } from '../../clock/sliced.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { errors, ApiError } from '../../model/api-error.ts'
import { mediaTypeOf, type MediaType } from '../../wire/accept.ts'
import { isLarge, writeAnswer, writeLarge, type Answer } from '../../wire/answer.ts'
import { errorShape } from '../../wire/documents.ts'
import type { Language } from '../../wire/representation.ts'
import type { World } from '../../worlds/world.ts'
import { sendAndJournal } from './journal-request.ts'
import { tellFault } from './last-net.ts'
import type { Ready } from '../../worlds/response-cache.ts'

const contentTypes = {
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

type Headers = Readonly<Record<string, string>>

/** Sends an answer in the media type that was asked for, as work in slices where there are many rows. @param base the URL of `/api`. */
export function* sending(
  request: FastifyRequest,
  reply: FastifyReply,
  ...answer: [answer: Answer, base: string, headers: Headers]
): Sliced<Ready> {
  const ready = yield* making(request, ...answer)
  sendAndJournal(request, reply, ready)
  return ready
}

function* making(request: FastifyRequest, answer: Answer, base: string, headers: Headers): Sliced<Ready> {
  const { world } = request
  const mediaType = mediaTypeOf(request.headers.accept)
  const language = languageOf(world, mediaType)
  const own = answer.kind === 'row' || answer.kind === 'file' ? undefined : answer.headers
  const typed = answer.kind === 'nothing' ? undefined : contentTypes[mediaType]
  return {
    status: answer.status ?? 200,
    headers: {
      ...headers,
      ...own,
      ...(typed && { 'Content-Type': typed }),
      ...(answer.kind === 'file' && fileHeaders(answer.name)),
    },
    body: isLarge(answer)
      ? yield* writeLarge(answer, language, base, world.rowCache, world.settings.bom)
      : writeAnswer(answer, language, base, world.rowCache, world.settings.bom),
  }
}

const fileHeaders = (name: string): Headers => ({
  'Content-Type': 'application/octet-stream',
  'Content-Disposition': `attachment; filename="${name.replace(/[^\w. -]/g, '_')}"`,
})

const languageOf = ({ settings }: World, mediaType: MediaType): Language =>
  mediaType === 'xml' ? 'xml' : settings.dialect

/** Sends whatever was thrown as EM's Error document. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (!reply.raw.headersSent) sendAndJournal(request, reply, errorOf(error, request))
}

/** Renders whatever was thrown as EM's Error document. What is no error is ours: a 500, and a line in the log. */
export function errorOf(error: unknown, request: FastifyRequest): Ready {
  const { world } = request
  const { status, message } = apiErrorOf(error)
  if (error instanceof ApiError && error.detail !== undefined) world.log.tell('info', `${message}\n${error.detail}`)
  if (status === 500 && !(error instanceof ApiError)) tellFault(world.log, error)
  const headers: Record<string, string> = {}
  if (status === 401) headers['WWW-Authenticate'] = 'Basic Realm=RestSvc'
  if (error instanceof ApiError && error.allowed !== undefined) headers['Allow'] = error.allowed.join(', ')
  return finish(making(request, errorAnswer(status, message), '', headers))
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
export function apiErrorOf(error: unknown): { readonly status: number; readonly message: string } {
  if (error instanceof ApiError) return error
  if (
    error instanceof Error &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode < 500
  ) {
    return { status: error.statusCode, message: error.message }
  }
  return errors.nullReference()
}
