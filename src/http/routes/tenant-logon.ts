import type { LogonSession } from '../../auth/logon-sessions.ts'
import { isTenantPassword, TENANT } from '../../auth/roles.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import { errors } from '../../model/api-error.ts'
import { cloudTenant } from '../../resources/index.ts'
import { XmlElement } from '../../wire/xml-element.ts'
import type { World } from '../../worlds/world.ts'

/**
 * The tenant whose credentials a logon's body holds, a LoginSpec in XML or JSON; undefined if it holds none, as the
 * bodies of other clients. Throws ApiErrors: 400 for credentials that lack something, 401 for wrong ones.
 */
export function readTenantLogon(
  world: World,
  body: unknown,
): Pick<LogonSession, 'userName' | 'role' | 'tenant'> | undefined {
  const spec = contentOf(body)
  if (spec.has('vmwaressotoken')) throw errors.notBuilt('Logon by VMwareSSOToken', 'POST', '/sessionMngr')
  const kind = kinds.find(({ element }) => spec.get(element.toLowerCase()) != null)
  if (kind === undefined) return undefined
  const given = contentOf(spec.get(kind.element.toLowerCase()))
  const [name, userName, password] = kind.members.map((member) => given.get(member.toLowerCase()))
  if (typeof name !== 'string' || typeof userName !== 'string' || typeof password !== 'string')
    throw errors.badRequest(`${kind.element} needs ${[...new Set(kind.members)].join(', ')}.`)
  const tenant = findTenant(world, kind.tenants, name)
  if (tenant === undefined || userName === '' || !isTenantPassword(password)) throw errors.badCredentials()
  return { userName, role: TENANT, tenant }
}

/** As the real server does: accounts of Active Directory cannot log on (documented by their absence). */
const kinds = [
  {
    element: 'TenantCredentials',
    members: ['Username', 'Username', 'Password'],
    tenants: 'Standalone',
  },
  {
    element: 'VCloudOrganizationCredentials',
    members: ['OrganizationName', 'Login', 'Password'],
    tenants: 'vCD',
  },
] as const

/** The id of the tenant of that name, without regard to case, unless it is disabled or its lease is over. */
function findTenant({ simulation }: World, kind: string, name: string): string | undefined {
  const wanted = name.toLowerCase()
  for (const tenant of tableOf(simulation, cloudTenant))
    if (tenant.TenantKind === kind && tenant.Name.toLowerCase() === wanted && isOpen(simulation, tenant.id))
      return tenant.id
  return undefined
}

/** Throws the ApiError that becomes a 401, and ends the session, if it is that of a tenant who could not log on any more. */
export function permitOpenTenant({ simulation, logons }: World, { id, tenant }: LogonSession): void {
  if (tenant === undefined || isOpen(simulation, tenant)) return
  logons.close(id)
  throw errors.noSession()
}

function isOpen(simulation: World['simulation'], id: string): boolean {
  const tenant = tableOf(simulation, cloudTenant).get(id)
  const { ExpirationDate = Infinity } = tenant?.LeaseOptions ?? {}
  return tenant?.Enabled === true && simulation.clock.now() < ExpirationDate
}

/** The members of a JSON object, or the children of an XML element: text, or an element that has children itself. By names in lower case; of two the first counts. */
function contentOf(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map()
  const members: (readonly [string, unknown])[] =
    value instanceof XmlElement
      ? value.elements.map((child) => [
          child.name.replace(/^.*:/, ''),
          child.elements.length === 0 ? child.text : child,
        ])
      : Object.entries(value)
  return new Map(members.reverse().map(([name, member]) => [name.toLowerCase(), member]))
}
