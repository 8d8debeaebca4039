import { readBasic } from '../../auth/credentials.ts'
import { isSameUser, tokenOf } from '../../auth/logon-sessions.ts'
import { roleOf } from '../../auth/roles.ts'
import { userWithoutWorld } from '../../auth/world-of-user.ts'
import { readVersion, versionsOf } from '../../auth/versions.ts'
import { errors, type ApiError } from '../../model/api-error.ts'
import {
  describeLogonSession,
  describeLogonSessions,
  logonSessionRoot,
  logonSessionsRoot,
} from '../../documents/logon-session.ts'
import type { Answer } from '../../wire/answer.ts'
import {
  publicRoute,
  sessionFirst,
  tenantRoute,
  unreadBut,
  type RequestContext,
  type SessionContext,
  reading,
} from '../request/request-path.ts'
import { responseContract } from '../../openapi/response-contract.ts'
import { refuseLegacy, refuseUnread } from '../request/strict.ts'
import { readTenantLogon } from './tenant-logon.ts'
import type { Routes } from './routes.ts'
import { licenseState } from '../../simulation/cloud-connect/license-state.ts'

/** Adds logging on and off. */
export function addLogonRoutes(routes: Routes): void {
  routes.route({
    method: 'POST',
    url: '/api/sessionMngr/',
    config: { contract: { kind: 'logon', root: logonSessionRoot } },
    handler: publicRoute(logOn),
  })
  routes.route({
    method: reading,
    url: '/api/logonSessions',
    config: responseContract(logonSessionsRoot),
    handler: tenantRoute(({ world, session }) =>
      describeLogonSessions(
        world.logons.ofUser(session, world.simulation.clock.now()),
        world.simulation.state(licenseState).isProvider,
      ),
    ),
  })
  routes.route({
    method: reading,
    url: '/api/logonSessions/:id',
    config: responseContract(logonSessionRoot),
    handler: tenantRoute((context) =>
      describeLogonSession(found(context), {
        isProvider: context.world.simulation.state(licenseState).isProvider,
      }),
    ),
  })
  routes.route({
    method: 'DELETE',
    url: '/api/logonSessions/:id',
    config: { contract: { kind: 'nothing' } },
    onRequest: sessionFirst,
    handler: tenantRoute((context) => {
      // As the real server does: a 500 for one that is not there (seen by a client).
      const { id } = found(context, errors.nullReference())
      context.world.logons.close(id)
      return { kind: 'nothing', status: 204 }
    }),
  })
}

function logOn(context: RequestContext): Answer {
  const { base, world, parameters } = context
  const { logons, settings, simulation } = world
  context.unread = unreadBut(parameters, 'v')
  const asked = parameters.filter(({ name }) => name.toLowerCase() === 'v').map(({ value }) => value)
  const version = readVersion(asked)
  if (version === undefined)
    throw errors.unsupportedVersion(asked.join(', ').slice(0, 100), versionsOf(settings.legacyVersions))
  refuseUnread(context)
  refuseLegacy(context, version)
  const session = logons.open({ ...whoAsks(context), version }, simulation.clock.now())
  const token = tokenOf(session.id)
  return describeLogonSession(session, {
    isProvider: simulation.state(licenseState).isProvider,
    status: 201,
    headers: {
      'X-RestSvcSessionId': token,
      // As the real server does, with the closing semicolon (em_rest http_authentication).
      'Set-Cookie': `X-RestSvcSessionId=${token}; Path=${pathOf(base)};`,
    },
  })
}

/** A user by HTTP Basic, or the tenant that the body names; with both, the tenant by the name of the user. */
function whoAsks({ world, request: { headers, body } }: RequestContext) {
  const credentials = readBasic(headers.authorization)
  const tenant = readTenantLogon(world, body)
  if (credentials === undefined) {
    if (tenant === undefined) throw errors.noCredentials()
    return tenant
  }
  const name = userWithoutWorld(credentials.name, world.settings.user)
  const role = roleOf(name, credentials.password, world.settings.user)
  if (role === undefined) throw errors.badCredentials()
  const user = { userName: name, role }
  // As the real server does: the document of a tenant's session shows the name of a user (documented).
  return tenant === undefined ? user : { ...tenant, userName: user.userName }
}

/** A cookie is sent back to the world that it is from. */
const pathOf = (base: string): string => new URL(base).pathname

/** The session in the path, if it is the user's own. Throws an error if not: a 404 unless given. */
function found({ world: { logons, simulation }, request, session }: SessionContext, otherwise?: ApiError) {
  const { id: given } = request.params as { readonly id: string }
  const id = given.replace(/^urn:veeam:LogonSession:/i, '').toLowerCase()
  const asked = logons.get(id, simulation.clock.now())
  if (asked === undefined || !isSameUser(asked, session))
    throw otherwise ?? errors.notFound('LogonSession', id.slice(0, 200))
  return asked
}
