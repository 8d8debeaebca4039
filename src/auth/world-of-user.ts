import type { User } from './roles.ts'

/**
 * The world that the name of a user asks for: `checkout-test` of `administrator+checkout-test`. A name that may log on as
 * it stands asks for none.
 */
export function worldOfUser(name: string, users: readonly User[]): string | undefined {
  if (users.some((user) => user.name === name)) return undefined
  return /^[^+]+\+([\w.-]{1,64})$/.exec(name)?.[1]
}

/** The name without that. */
export function userWithoutWorld(name: string, users: readonly User[]): string {
  const world = worldOfUser(name, users)
  return world === undefined ? name : name.slice(0, -world.length - 1)
}

/** What a world may be called: a name that is also a path's, and no `..`. */
export const worldName = /^[a-z\d][\w.-]{0,63}$/i
export const saysWorldName = '1 to 64 letters, digits, dots, dashes and underscores, a letter or digit first'
