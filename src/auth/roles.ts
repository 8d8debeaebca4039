// Module auth: credentials, roles and logon sessions. Neither store nor HTTP.

/** The roles of em_rest authentication_and_security, largest first. */
export const roles = ['Portal Administrator', 'Portal User', 'Restore Operator'] as const
export type Role = (typeof roles)[number]

/** What a provider's tenant is, who has no role. */
export const TENANT = 'Tenant'

export interface User {
  readonly name: string
  readonly password: string
  readonly role: Role
}

/** With no users configured anyone may log on, and these names get these roles. */
const speakingNames: ReadonlyMap<string, Role> = new Map([
  ['portal-user', 'Portal User'],
  ['restore-operator', 'Restore Operator'],
])

/** The password that is always refused when no users are configured, so that a client's 401 can be tested. */
const WRONG = 'wrong'

/** Tenants have no passwords of their own: any is right but that one. */
export const isTenantPassword = (password: string): boolean => password !== '' && password !== WRONG

/** Who logs on with these credentials; undefined if they are refused. */
export function roleOf(name: string, password: string, users: readonly User[]): Role | undefined {
  if (users.length > 0) return users.find((user) => user.name === name && user.password === password)?.role
  if (name === '' || password === '' || password === WRONG) return undefined
  return speakingNames.get(name.toLowerCase()) ?? 'Portal Administrator'
}
