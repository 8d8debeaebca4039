import type { EntityOf } from '../../model/resource.ts'
import type { repository } from '../../resources/index.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from '../jobs/job-state.ts'

/** The folder of a repository: where other jobs write in it, or where its kind has it; with the separator at its end. */
export function folderIn(
  simulation: Simulation,
  { id, Kind }: Pick<EntityOf<typeof repository>, 'id' | 'Kind'>,
): string {
  const neighbour = [...simulation.state(jobState).jobs.values()].find((it) => it.repository === id)
  return neighbour?.folder ?? usualFolder(Kind)
}

/** Where a repository of a kind lies, with the separator at its end. */
export const usualFolder = (kind: string): string => (isWindows(kind) ? 'D:\\Backup\\' : '/backup/')

export const isWindows = (kind: string): boolean => kind === 'WindowsLocal' || kind === 'CifsShare'
