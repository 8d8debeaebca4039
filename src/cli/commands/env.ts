import { exitCodes, problem } from '../../config/option-problems.ts'
import type { Settings, Told } from '../../config/options.ts'
import type { CommandOutcome, Server } from './ask.ts'
import { serverOf } from './server-of.ts'
import { variablesText } from './variables-text.ts'

/** Prints what a test needs to know of a server, without asking it. */
export function env({ settings, own }: Told): CommandOutcome {
  const server = serverOf(settings, own)
  if ('problem' in server) return server
  const text = variablesText(variablesOf(server, settings.user[0]), own.format)
  return text === undefined
    ? problem('A value has quotes of all kinds, which a dotenv file cannot hold. --format json can.', exitCodes.failed)
    : { text }
}

/** The variables of a server: `MOCK_EM_…` for this program's own commands, `EM_…` for the program that is tested. */
function variablesOf(
  { url, httpsUrl, token, world }: Server,
  user: Settings['user'][number] = {
    name: 'administrator',
    password: 'secret',
    role: 'Portal Administrator',
  },
): Readonly<Record<string, string>> {
  const { hostname, port, protocol } = new URL(url)
  const way = world === undefined ? '' : `/w/${world}`
  const secure = protocol === 'https:' ? url : httpsUrl
  return {
    MOCK_EM_URL: url,
    ...(token !== undefined && { MOCK_EM_TOKEN: token }),
    ...(world !== undefined && { MOCK_EM_WORLD: world }),
    EM_URL: `${url}${way}`,
    EM_API_URL: `${url}${way}/api`,
    EM_HOST: hostname.replace(/^\[(.*)\]$/, '$1'),
    EM_PORT: port === '' ? portOf(protocol) : port,
    ...(secure !== undefined && {
      EM_HTTPS_URL: `${secure}${way}`,
      EM_HTTPS_PORT: new URL(secure).port || portOf('https:'),
    }),
    EM_USER: user.name,
    EM_PASSWORD: user.password,
  }
}

const portOf = (protocol: string): string => (protocol === 'https:' ? '443' : '80')
