import type { FastifyRequest } from 'fastify'
import { readBasic } from '../../auth/credentials.ts'
import { worldOfUser } from '../../auth/world-of-user.ts'
import { mainName, type World } from '../../worlds/world.ts'
import type { Worlds } from '../../worlds/worlds.ts'
import { tokenIn } from './token-in.ts'
import { worldIn } from './world-path.ts'

/**
 * The world that a request is for: the one that its path names (`/w/name/api`), or its header `X-Mock-World`, or the
 * one its logon session is of, or, where it logs on, the one behind the name of the user (`administrator+name`).
 * Throws a 400 ApiError for what cannot be the name of a world, and 507 if there is no room for it.
 */
export function worldOf({ raw, headers, url }: FastifyRequest, worlds: Worlds): World {
  const header = headers['x-mock-world']
  const name = worldIn(raw) ?? (typeof header === 'string' ? header.trim() : undefined)
  if (name !== undefined) return worlds.named(name)
  const token = worlds.hasTokens ? tokenIn(headers) : undefined
  const world = token === undefined ? undefined : worlds.ofToken(token)
  return world ?? worlds.named(worldOfLogon(headers.authorization, url, worlds) ?? mainName)
}

/** The world behind the name of a user that logs on. */
function worldOfLogon(authorization: string | undefined, url: string, { settings }: Worlds): string | undefined {
  if (authorization === undefined || !/^\/+api\/+sessionmngr/i.test(url)) return undefined
  return worldOfUser(readBasic(authorization)?.name ?? '', settings.user)
}
