import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, refuse } from '../model/refusal.ts'
import { refusalOf, sendError, sendReady } from './answer.ts'
import { PlainText } from './plain-text.ts'

/** Sends what a handler returns or throws; undefined is sent by the handler itself. Unlike EM's own, errors here are JSON whatever is accepted. */
export async function answerControl(
  request: FastifyRequest,
  reply: FastifyReply,
  handle: () => unknown,
): Promise<void> {
  try {
    const content = await handle()
    if (content !== undefined) sendContent(request, reply, 200, content)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    sendContent(request, reply, error.status, { message: error.message })
  }
}

/** Sends what was wrong before a route was asked, with its body or its length. */
export function refuseControl(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, message } = refusalOf(error)
  if (status === 500) return sendError(error, request, reply)
  if (status === 413) {
    const { message } = refuse.tooLarge(request.routeOptions.bodyLimit)
    return sendContent(request, reply, status, { message })
  }
  sendContent(request, reply, status, { message })
}

function sendContent(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  content: unknown,
): void {
  const [type, text] =
    content instanceof PlainText
      ? [content.type, content.text]
      : ['application/json; charset=utf-8', JSON.stringify(content)]
  sendReady(request, reply, { status, headers: { 'Content-Type': type }, body: Buffer.from(text) })
}
