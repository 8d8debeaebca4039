import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, refuse } from '../model/refusal.ts'
import { refusalOf, sendError, sendReady } from './answer.ts'
import { PlainText } from './plain-text.ts'
import type { Ready } from './remembered.ts'

/** Sends what a handler returns or throws; undefined is sent by the handler itself. Unlike EM's own, errors here are JSON whatever is accepted. */
export async function answerControl(
  request: FastifyRequest,
  reply: FastifyReply,
  handle: () => unknown,
): Promise<void> {
  try {
    const content = await handle()
    if (content !== undefined) sendContent(request, reply, { status: 200, headers: {} }, content)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refuseControl(error, request, reply)
  }
}

/** Sends what was wrong, also before a route was asked, with its body or its length. */
export function refuseControl(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, message } = refusalOf(error)
  if (status === 500) return sendError(error, request, reply)
  const allowed = error instanceof Refusal ? error.allowed : undefined
  const headers = allowed === undefined ? {} : { Allow: allowed.join(', ') }
  const told = status === 413 ? refuse.tooLarge(request.routeOptions.bodyLimit).message : message
  sendContent(request, reply, { status, headers }, { message: told })
}

function sendContent(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers }: Pick<Ready, 'status' | 'headers'>,
  content: unknown,
): void {
  const [type, text] =
    content instanceof PlainText
      ? [content.type, content.text]
      : ['application/json; charset=utf-8', `${JSON.stringify(content)}\n`]
  const body = Buffer.from(text)
  sendReady(request, reply, { status, headers: { ...headers, 'Content-Type': type }, body })
}
