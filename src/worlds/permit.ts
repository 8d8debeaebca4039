import type { LogonSession } from '../auth/logon-sessions.ts'
import { errors } from '../model/api-error.ts'
import type { World } from './world.ts'

/** Throws the ApiError that becomes a 403, unless the session has one of the roles; none are named where everyone may. */
export function permit({ role }: LogonSession, roles: readonly string[] | undefined): void {
  if (roles?.includes(role) === false) throw errors.accessDenied()
}

/** Throws the ApiError that becomes a 403, if a provider's tenant asks. */
export function permitNoTenant({ tenant }: LogonSession): void {
  if (tenant !== undefined) throw errors.accessDenied()
}

/** Throws the ApiError that becomes a 403, if the license allows no writing (em_rest: Enterprise Plus alone). */
export function permitEdition({ settings }: World): void {
  if (settings.edition !== 'enterprise-plus') throw errors.smallEdition(settings.edition)
}
