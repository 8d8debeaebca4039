import { request, type IncomingHttpHeaders } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'

export const mediaTypes = { XML: 'application/xml', JSON: 'application/json' } as const
export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes]

interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Logs on. @returns the token. */
export async function logOn(port: number): Promise<string> {
  const authorization = `Basic ${Buffer.from('bench:bench').toString('base64')}`
  const { headers } = await ask(port, '/api/sessionMngr/?v=latest', { authorization }, 'POST')
  const token = headers['x-restsvcsessionid']
  if (typeof token !== 'string') throw new Error('The logon gave no token.')
  return token
}

/** One request, over a connection of its own. Rejects if it is not answered with success. */
export async function ask(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
): Promise<Answered> {
  const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }).end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const body = await buffer(answer)
  const status = answer.statusCode ?? 0
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${body.toString()}`)
  return { status, headers: answer.headers, body }
}
