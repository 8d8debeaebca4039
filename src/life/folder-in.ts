import type { EntityOf } from '../model/resource.ts'
import type { repository } from '../resources/index.ts'
import type { World } from './world.ts'

/** The folder of a repository: where other jobs write in it, or where its kind has it; with the separator at its end. */
export function folderIn(
  { jobs }: World,
  { id, Kind }: Pick<EntityOf<typeof repository>, 'id' | 'Kind'>,
): string {
  const neighbour = [...jobs.values()].find((it) => it.repository === id)
  const isWindows = Kind === 'WindowsLocal' || Kind === 'CifsShare'
  return neighbour?.folder ?? (isWindows ? 'D:\\Backup\\' : '/backup/')
}
