import type { FastifyRequest } from 'fastify'
import { isLegacy } from '../../auth/versions.ts'
import { errors } from '../../model/api-error.ts'
import type { World } from '../../worlds/world.ts'
import { pathOfUrl } from '../../worlds/shown-links.ts'

/** What of a request is looked at. */
interface Asked {
  readonly world: World
  readonly request: FastifyRequest
  readonly unread: readonly string[]
}

/** Throws a 400 ApiError, if the server is strict, for parameters that nothing reads. */
export function refuseUnread({ world, unread, request }: Asked): void {
  const [first] = unread
  if (first === undefined || !world.settings.strict) return
  throw errors.badRequest(
    `Nothing reads ${unread.map((name) => `"${name.slice(0, 100)}"`).join(', ')} of ${request.method} ${pathOfUrl(request.url)}. EM would ignore ${unread.length > 1 ? 'them' : 'it'}; --strict does not.`,
  )
}

/** Throws a 400 ApiError, if the server is strict, for a version of the API that is no longer supported. */
export function refuseLegacy({ world }: Pick<Asked, 'world'>, version: string): void {
  if (!world.settings.strict || !isLegacy(version)) return
  throw errors.badRequest(
    `${version} is deprecated, and --strict refuses what is. Log on with v=latest, or start without --strict.`,
  )
}
