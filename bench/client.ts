// What a program is asked outside of the measured time.
import { once } from 'node:events'
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { get as getSecurely } from 'node:https'
import { buffer } from 'node:stream/consumers'

export const mediaTypes = { XML: 'application/xml', JSON: 'application/json' } as const

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

/** One request over HTTPS, whoever signed the certificate. */
export async function askSecurely(port: number, path: string): Promise<void> {
  const options = { host: '127.0.0.1', port, path, agent: false, rejectUnauthorized: false }
  const [answer] = (await once(getSecurely(options), 'response')) as [IncomingMessage]
  answer.resume()
}
