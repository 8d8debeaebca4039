import { fileAt, folderAt, isLinux, namesIn, spelledOn, type Guest } from '../../guest-files/tree.ts'
import { errors } from '../../model/api-error.ts'
import { guestIn } from './guest-in.ts'
import type { Simulation } from '../core/simulation.ts'

/**
 * The file or folder that a path on a machine's disks leads to, as the machine spells it (em_rest: folders are restored as
 * files are). Throws a 404 ApiError if there is none.
 */
export function guestPathAt(
  simulation: Simulation,
  { machine, at }: Pick<Guest, 'machine' | 'at'>,
  given: string,
): string {
  const guest = guestIn(simulation, { machine, at })
  const path = spelledOn(guest, namesIn(given))
  const spelled = `${isLinux(guest) ? '/' : ''}${path.join('/')}`
  if (folderAt(guest, path) === undefined && fileAt(guest, path) === undefined)
    throw errors.notFound('FileSystemEntry', spelled.slice(0, 200))
  return spelled
}
