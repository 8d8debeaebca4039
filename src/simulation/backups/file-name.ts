import { writeInstant } from '../../clock/instant.ts'
import { idOf } from '../../random/ids.ts'
import type { LivingJob, Run } from '../jobs/job-model.ts'
import type { Simulation } from '../core/simulation.ts'

/**
 * What the file of a run is called, and where it lies: `Backup Job 1D2025-06-05T030355_06C7.vib` in a folder of the
 * backup's name (recorded).
 */
export function fileOf(simulation: Simulation, job: LivingJob, run: Run, type: 'vbk' | 'vib') {
  const id = idOf(simulation.chance.seed, 'BackupFile', run.session)
  const time = writeInstant(run.since)
  const stem = plain(run.backup ?? job.name)
  const suffix = id.slice(0, 4).toUpperCase()
  const name = `${stem}D${time.slice(0, 13)}${time.slice(14, 16)}${time.slice(17, 19)}_${suffix}.${type}`
  const separator = job.folder.endsWith('\\') ? '\\' : '/'
  return { id, name, path: `${job.folder}${plain(job.folderName ?? stem)}${separator}${name}` }
}

/** Without what no file may be called. */
const plain = (name: string): string => name.replace(/[\\/:*?"<>|]/g, '_')
