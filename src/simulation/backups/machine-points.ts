import { idOf } from '../../random/ids.ts'
import { agentRestorePoint, vmRestorePoint } from '../../resources/index.ts'
import { keepInCatalog } from './catalog.ts'
import { writtenAs, taskRows } from '../jobs/job-rows.ts'
import type { Kept, LivingJob } from '../jobs/job-model.ts'
import type { Point } from './chain-state.ts'
import { tableOf } from '../core/table-of.ts'
import { without } from '../core/without.ts'
import { keepVApp } from '../jobs/v-apps.ts'
import type { Simulation } from '../core/simulation.ts'

interface Made {
  readonly id: string
  readonly kept: Kept
  /** What the point is in. */
  readonly up: Readonly<Record<'BackupServer' | 'Backup' | 'RestorePoint' | 'BackupFile', string>>
  readonly algorithm: 'Full' | 'SyntheticFull' | 'Incremental'
}

/** Adds the point of a machine, or of whatever else jobs of this kind work on, and tells the task that made it. */
export function keepMachine(simulation: Simulation, job: LivingJob, made: Omit<Made, 'id'>): Point['machines'][number] {
  const { kind } = job
  const { point } = writtenAs[kind]
  const { task: taskId } = made.kept
  const id = idOf(simulation.chance.seed, point, taskId)
  const add = kindsOfPoint[point]
  if (add === undefined) throw new Error(`A ${point} is kept by no backup.`)
  add(simulation, { id, ...made })
  keepInCatalog(simulation, job, id, made.kept)
  // A copy holds machines alone.
  if (job.platform === 'vCloud') keepVApp(simulation, made)
  const tasks = taskRows(simulation, kind)
  const task = tasks.get(taskId)
  if (task !== undefined) tasks.replace({ ...task, up: { ...task.up, [point]: id } })
  return { id, task: taskId }
}

/** What a backup keeps of each object, by the type that it is written down as. */
const kindsOfPoint: Readonly<Record<string, (simulation: Simulation, made: Made) => void>> = {
  [vmRestorePoint.name]: (simulation, { id, kept, up, algorithm }) => {
    const { object, since } = kept
    tableOf(simulation, vmRestorePoint).add({
      id,
      up: without(up, 'Backup'),
      CreationTimeUTC: since,
      VmName: object.name,
      Algorithm: algorithm,
      PointType: pointType(algorithm),
      HierarchyObjRef: object.uid,
      VmDisplayName: object.name,
    })
  },
  [agentRestorePoint.name]: (simulation, { id, kept, up, algorithm }) => {
    tableOf(simulation, agentRestorePoint).add({
      id,
      up,
      CreationTimeUTC: kept.since,
      Algorithm: algorithm,
      PointType: pointType(algorithm),
      ComputerName: kept.object.name,
    })
  },
}

const pointType = (algorithm: Made['algorithm']) => (algorithm === 'Incremental' ? 'Increment' : 'Full')
