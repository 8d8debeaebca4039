import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError, errors } from '../../model/api-error.ts'
import { errorOf, apiErrorOf } from '../request/answer.ts'
import { writeJson } from '../../json-schema/write-json.ts'
import { PlainText } from '../../control/plain-text.ts'
import type { Ready } from '../../worlds/response-cache.ts'
import { sendReady } from '../request/send.ts'

/**
 * Sends what a handler returns; undefined is sent by the handler itself.
 * @param statusOf the status of what it returns; 200 if not given.
 */
export async function answerControl(
  request: FastifyRequest,
  reply: FastifyReply,
  handle: () => unknown,
  statusOf: (content: unknown) => number = () => 200,
): Promise<void> {
  const content = await handle()
  if (content !== undefined) await sendContent(request, reply, { status: statusOf(content), headers: {} }, content)
}

/** Sends what was wrong, be it with its body or its length. Unlike EM's own, errors here are JSON whatever is accepted. */
export async function refuseControl(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (reply.raw.headersSent) return
  const { status, message } = apiErrorOf(error)
  if (status === 500) return sendReady(request, reply, errorOf(error, request))
  const allowed = error instanceof ApiError ? error.allowed : undefined
  const headers = allowed === undefined ? {} : { Allow: allowed.join(', ') }
  const told = status === 413 ? errors.tooLarge(request.routeOptions.bodyLimit).message : message
  await sendContent(request, reply, { status, headers }, { message: told })
}

/** It is written beside what else is asked, also of its world: nothing in it changes any more. */
async function sendContent(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers }: Pick<Ready, 'status' | 'headers'>,
  content: unknown,
): Promise<void> {
  const [type, body] =
    content instanceof PlainText
      ? [content.type, Buffer.from(content.text)]
      : ['application/json; charset=utf-8', await request.world.beside(writeJson(content))]
  sendReady(request, reply, { status, headers: { ...headers, 'Content-Type': type }, body })
}
