import { exitCodes, problem, type Problem } from '../option-problems.ts'
import type { Own, Settings } from '../options.ts'

/** Where a running server is, and what it needs to be told with every request. */
export interface Server {
  /** Without a slash at the end. */
  readonly url: string
  readonly token: string | undefined
  readonly world: string | undefined
}

/** The server that a command is about: `--url`, or where one with the same options answers. */
export function serverOf(
  settings: Settings,
  { url, world }: Pick<Own, 'url' | 'world'>,
): Server | { readonly problem: Problem } {
  const found = url ?? urlOf('http', settings) ?? urlOf('https', settings)
  return found === undefined
    ? problem(
        'Where the server is cannot be known: with port 0 the system chooses one. Give the one that it chose.',
        exitCodes.badSettings,
      )
    : { url: found, token: settings.token, world }
}

const loopback = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '::1'],
])

/** Where a server with these options answers in that scheme. Undefined if it does not, or chooses its port itself. */
export function urlOf(scheme: 'http' | 'https', settings: Settings): string | undefined {
  const port = scheme === 'http' ? settings.httpPort : settings.httpsPort
  const address = loopback.get(settings.host) ?? settings.host
  const authority = address.includes(':') ? `[${address}]` : address
  return port === 'off' || port === 0 ? undefined : `${scheme}://${authority}:${String(port)}`
}

/** What a server with these options answers with 200 when it is well, without being told a token. */
export const wellPath = ({ control }: Settings): string => (control ? '/_mock/health' : '/api/')
