// Module cli: the commands of `mock-em`, and what it tells people.
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { text } from 'node:stream/consumers'
import { exitCodes, problem, type Problem } from '../../config/option-problems.ts'

/** Where a running server is, and what it needs to be told with every request. */
export interface Server {
  /** Without a slash at the end. */
  readonly url: string
  /** Where it answers over HTTPS, if it does and that is known. */
  readonly httpsUrl: string | undefined
  readonly token: string | undefined
  readonly world: string | undefined
}

/** What a command comes to: what it prints, which may be nothing, or why it failed. */
export type CommandOutcome = { readonly text: string } | { readonly problem: Problem }

interface Question {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  /** JSON. */
  readonly body?: string | undefined
  /** How long the server may be silent, in milliseconds. */
  readonly patience?: number
  readonly signal?: AbortSignal
}

export interface ServerAnswer {
  readonly status: number
  readonly body: string
}

/** Asks and reads the whole answer. Rejects with Node's own error if there is none. */
export async function ask(server: Server, question: Question): Promise<ServerAnswer> {
  const { method, path, body, patience = 30_000, signal } = question
  const options = {
    method,
    agent: false,
    timeout: patience,
    headers: {
      Accept: 'application/json',
      ...(body !== undefined && {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
      }),
      ...(server.token !== undefined && { 'X-Mock-Token': server.token }),
      ...(server.world !== undefined && { 'X-Mock-World': server.world }),
    },
    ...(signal !== undefined && { signal }),
  }
  const answer = await send(`${server.url}${path}`, options, body)
  return { status: answer.statusCode ?? 0, body: await text(answer) }
}

/** As `ask`, with everything but a 200 and its body told as a problem. */
export async function tell(server: Server, question: Question): Promise<CommandOutcome> {
  try {
    const { status, body } = await ask(server, question)
    if (status === 200) return { text: body }
    const { method, path } = question
    const said = messageIn(body) ?? `It answered ${method} ${path} with ${String(status)}.`
    return problem(`${server.url} refused: ${said}`, exitCodes.failed)
  } catch (error) {
    return problem(`${server.url} does not answer: ${reasonOf(error)}.`, exitCodes.failed)
  }
}

/** Why there is no answer, without a full stop. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // A name with several addresses fails with an error for each and no message.
  const code = 'code' in error ? String(error.code) : error.name
  return (error.message === '' ? code : error.message).replace(/\.$/, '')
}

/** What a text says in JSON. Undefined if it is none. */
export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

async function send(url: string, options: RequestOptions, body: string | undefined): Promise<IncomingMessage> {
  const request = url.startsWith('https:') ? (await import('node:https')).request : httpRequest
  return new Promise((resolve, reject) => {
    // The certificate is not the question, and a self-signed one is as good as any.
    const asked = request(url, { ...options, rejectUnauthorized: false }, resolve)
    asked.on('timeout', () => {
      const seconds = String((options.timeout ?? 0) / 1000)
      asked.destroy(new Error(`no answer within ${seconds} seconds`))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function messageIn(body: string): string | undefined {
  const { message } = Object(jsonIn(body)) as { readonly message?: unknown }
  return typeof message === 'string' ? message : undefined
}
