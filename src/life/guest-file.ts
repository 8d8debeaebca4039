import { fileAt, folderAt, isLinux, namesIn, spelledOn, type Guest } from '../guest/tree.ts'
import { refuse } from '../model/refusal.ts'
import { guestIn } from './guest-in.ts'
import type { World } from './world.ts'

/**
 * The file that a path on a machine's disks leads to, as the machine spells it.
 * Throws refusals: 404 if there is none, 400 for a folder.
 */
export function guestFileAt(
  world: World,
  { machine, at }: Pick<Guest, 'machine' | 'at'>,
  given: string,
): string {
  const guest = guestIn(world, { machine, at })
  const path = spelledOn(guest, namesIn(given))
  const spelled = `${isLinux(guest) ? '/' : ''}${path.join('/')}`
  if (folderAt(guest, path) !== undefined)
    throw refuse.badRequest(`Found the folder "${spelled}"; files alone are restored.`)
  if (fileAt(guest, path) === undefined)
    throw refuse.notFound('FileSystemEntry', spelled.slice(0, 200))
  return spelled
}
