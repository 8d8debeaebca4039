import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { errors } from '../../model/api-error.ts'
import { prefixOf } from './world-path.ts'

interface Where {
  readonly publicUrl: string | undefined
  readonly trustProxy: boolean
}

const host = /^(?:[\w.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * The URL of `/api`, which every Href starts with: the public one, else the request's own scheme and Host.
 * Throws an error if the Host is missing or is none (RFC 9112, section 3.2).
 */
export function baseUrl(request: IncomingMessage, { publicUrl, trustProxy }: Where): string {
  const below = `${prefixOf(request)}/api`
  if (publicUrl !== undefined) return publicUrl + below
  const isSecure = (request.socket as TLSSocket).encrypted === true
  const first = (name: string) => {
    const value = trustProxy ? request.headers[name] : undefined
    return (typeof value === 'string' && value.split(',')[0]?.trim()) || undefined
  }
  const forwarded = first('x-forwarded-proto')?.toLowerCase()
  const own = isSecure ? 'https' : 'http'
  // A proxy may name what no Href can start with, such as wss.
  const scheme = forwarded === 'http' || forwarded === 'https' ? forwarded : own
  const name = first('x-forwarded-host') ?? request.headers.host ?? local(request)
  if (name !== lastGood && !(host.test(name) && URL.canParse(`http://${name}`)))
    throw errors.badRequest(`"${name.slice(0, 100)}" is no host. Send a Host header such as localhost:9399.`)
  lastGood = name
  return `${scheme}://${name}${below}`
}

/** Most requests name the same host as the one before. */
let lastGood = ''

/** HTTP/1.0 has no Host; the address that was called stands in. */
function local(request: IncomingMessage): string {
  if (request.httpVersion !== '1.0') throw errors.badRequest('The Host header is missing.')
  const { localAddress = '127.0.0.1', localPort = 80 } = request.socket
  return `${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`
}
