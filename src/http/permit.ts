import type { LogonSession } from '../logon/logon-sessions.ts'
import { refuse } from '../model/refusal.ts'

/** Throws the refusal that becomes a 403, unless the session has one of the roles; none are named where everyone may. */
export function permit({ role }: LogonSession, roles: readonly string[] | undefined): void {
  if (roles?.includes(role) === false) throw refuse.accessDenied()
}

/** Throws the refusal that becomes a 403, if a provider's tenant asks. */
export function permitNoTenant({ tenant }: LogonSession): void {
  if (tenant !== undefined) throw refuse.accessDenied()
}
