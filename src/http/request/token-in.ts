import type { IncomingHttpHeaders } from 'node:http'
import { readToken } from '../../auth/credentials.ts'

/** The token of the logon session that a request carries, if it carries one. */
export function tokenIn(headers: IncomingHttpHeaders): string | undefined {
  const header = headers['x-restsvcsessionid']
  return readToken(headers.cookie, typeof header === 'string' ? header : undefined)
}
