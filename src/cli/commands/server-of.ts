import { readFileSync } from 'node:fs'
import { exitCodes, problem, type Problem } from '../../config/option-problems.ts'
import type { Own, Settings } from '../../config/options.ts'
import { reasonOf, type Server } from './ask.ts'

/**
 * The server that a command is about: `--url`, or what the file of `--ready-file` tells, or where one with the same
 * options answers.
 */
export function serverOf(
  settings: Settings,
  { url, world }: Pick<Own, 'url' | 'world'>,
): Server | { readonly problem: Problem } {
  const places = url === undefined ? placesOf(settings) : { url, httpsUrl: undefined }
  return 'problem' in places ? places : { ...places, token: settings.token, world }
}

type Places = Pick<Server, 'url' | 'httpsUrl'> | { readonly problem: Problem }

function placesOf(settings: Settings): Places {
  if (settings.readyFile !== undefined) return placesIn(settings.readyFile)
  const httpsUrl = urlOf('https', settings)
  const isHttp = settings.httpPort !== 'off'
  // Where the system chooses the port for HTTP, what is known of HTTPS may well be another server.
  const url = isHttp ? urlOf('http', settings) : httpsUrl
  return url === undefined
    ? problem(
        'Where the server is cannot be known: with port 0 the system chooses one. Give the server and this command a file for it, --ready-file <file>, or this one --url <url>.',
        exitCodes.badSettings,
      )
    : { url, httpsUrl }
}

/** What a server has written of itself. */
function placesIn(file: string): Places {
  try {
    const { http, https } = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>
    const [httpUrl, httpsUrl] = [http, https].map((url) => (typeof url === 'string' ? url : undefined))
    const url = httpUrl ?? httpsUrl
    if (url !== undefined) return { url, httpsUrl }
    return problem(`${file} does not tell where a server is.`, exitCodes.badData)
  } catch (error) {
    return error instanceof SyntaxError
      ? problem(`${file} does not tell where a server is.`, exitCodes.badData)
      : problem(`No server has told yet where it is: ${reasonOf(error)}.`, exitCodes.failed)
  }
}

const loopback = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '::1'],
])

/** Where a server with these options answers in that scheme. Undefined if it does not, or chooses its port itself. */
function urlOf(scheme: 'http' | 'https', settings: Settings): string | undefined {
  const port = scheme === 'http' ? settings.httpPort : settings.httpsPort
  const address = loopback.get(settings.host) ?? settings.host
  const authority = address.includes(':') ? `[${address}]` : address
  return port === 'off' || port === 0 ? undefined : `${scheme}://${authority}:${String(port)}`
}

/** What a server with these options answers with 200 when it is well, without being told a token. */
export const wellPath = ({ control }: Settings): string => (control ? '/_mock/health' : '/api/')
