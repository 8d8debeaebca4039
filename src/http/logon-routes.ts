import type { FastifyInstance } from 'fastify'
import { readBasic } from '../logon/credentials.ts'
import { tokenOf } from '../logon/logon-sessions.ts'
import { roleOf } from '../logon/roles.ts'
import { readVersion, versionsOf } from '../logon/versions.ts'
import { refuse } from '../model/refusal.ts'
import { describeLogonSession, describeLogonSessions } from '../reports/logon-session.ts'
import type { Answer } from '../wire/answer.ts'
import type { House } from './house.ts'
import { anyone, knownOnly, unreadBut, type Ask, type KnownAsk, reading } from './request-path.ts'

/** Adds logging on and off. */
export function addLogonRoutes(server: FastifyInstance, house: House): void {
  server.post(
    '/api/sessionMngr',
    anyone(house, (ask) => logOn(house, ask)),
  )
  server.route({
    method: reading,
    url: '/api/logonSessions',
    handler: knownOnly(house, ({ session }) =>
      describeLogonSessions(house.logons.ofUser(session, house.world.clock.now())),
    ),
  })
  server.route({
    method: reading,
    url: '/api/logonSessions/:id',
    handler: knownOnly(house, (ask) => describeLogonSession(found(house, ask))),
  })
  server.delete('/api/logonSessions/:id', knownOnly(house, (ask) => {
    house.logons.close(found(house, ask).id)
    return { kind: 'nothing', status: 204 }
  })) // prettier-ignore
}

function logOn({ logons, settings, world }: House, ask: Ask): Answer {
  const { request, parameters } = ask
  ask.unread = unreadBut(parameters, 'v')
  const versions = versionsOf(settings.legacyVersions)
  const asked = parameters
    .filter(({ name }) => name.toLowerCase() === 'v')
    .map(({ value }) => value)
  const version = readVersion(asked, versions)
  if (version === undefined)
    throw refuse.unsupportedVersion(asked.join(', ').slice(0, 100), versions)
  const credentials = readBasic(request.headers.authorization)
  if (credentials === undefined) throw refuse.noCredentials()
  const role = roleOf(credentials.name, credentials.password, settings.user)
  if (role === undefined) throw refuse.badCredentials()
  const session = logons.open({ userName: credentials.name, role, version }, world.clock.now())
  const token = tokenOf(session.id)
  return describeLogonSession(session, {
    status: 201,
    headers: {
      'X-RestSvcSessionId': token,
      // As the real server does, with the closing semicolon (em_rest http_authentication).
      'Set-Cookie': `X-RestSvcSessionId=${token}; Path=/api;`,
    },
  })
}

function found({ logons, world }: House, { request, session }: KnownAsk) {
  const { id: given } = request.params as { readonly id: string }
  const id = given.replace(/^urn:veeam:LogonSession:/i, '').toLowerCase()
  const asked = logons.get(id, world.clock.now())
  if (asked === undefined || asked.userName !== session.userName)
    throw refuse.notFound('LogonSession', id.slice(0, 200))
  return asked
}
