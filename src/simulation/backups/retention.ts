import { days } from '../../clock/duration.ts'
import {
  agentBackupJob,
  backup,
  backupFile,
  backupJobSession,
  job as jobResource,
  repository,
  restorePoint,
} from '../../resources/index.ts'
import { dropFromCatalog } from './catalog.ts'
import { writtenAs, taskRows } from '../jobs/job-rows.ts'
import type { LivingJob, Retention } from '../jobs/job-model.ts'
import { dropMounts } from './mounts.ts'
import { tableOf } from '../core/table-of.ts'
import { dropFromVApp, dropVApps } from '../jobs/v-apps.ts'
import { without } from '../core/without.ts'
import type { Simulation } from '../core/simulation.ts'
import { chainState, type Point } from './chain-state.ts'

type Stored = NonNullable<Point['stored']>

/**
 * Drops the oldest points of a backup, or of a machine in a replica, that the job no longer wants. A full goes together
 * with the increments on it, and only once there are enough points, or all of those are old enough, without them.
 */
export function dropOldPoints(simulation: Simulation, job: LivingJob, id: string): void {
  const retention = retentionOf(simulation, job)
  let chain = simulation.state(chainState).chains.get(id) ?? []
  for (;;) {
    const nextFull = chain.findIndex(({ isFull }, i) => i > 0 && isFull)
    if (nextFull < 0 || !isOver(retention, chain, nextFull, simulation.now())) break
    for (const point of chain.slice(0, nextFull)) dropPoint(simulation, job, point)
    chain = chain.slice(nextFull)
  }
  simulation.state(chainState).chains.set(id, chain)
}

/** As the job's row says, where its kind says so there. */
const retentionOf = (simulation: Simulation, job: LivingJob): Retention =>
  tableOf(simulation, jobResource).get(job.id)?.JobInfo.BackupJobInfo?.SimpleRetentionPolicy ??
  tableOf(simulation, agentBackupJob).get(job.id)?.JobInfo.SimpleRetentionPolicy ??
  job.retention

function isOver(retention: Retention, chain: readonly Point[], nextFull: number, now: number): boolean {
  if (retention.RetainLimitType === 'Cycles') return chain.length - nextFull >= retention.RetainCycles
  return (chain[nextFull]?.at ?? now) < now - days(retention.RetainDaysToKeep)
}

/** Takes a point out of the world, with its machines and what is stored of it, and out of what made it. */
function dropPoint(simulation: Simulation, { kind }: LivingJob, { machines, stored }: Point): void {
  const { point } = writtenAs[kind]
  const points = simulation.store.table(point)
  const tasks = taskRows(simulation, kind)
  for (const { id, task: taskId } of machines) {
    const task = tasks.get(taskId)
    if (task?.up[point] !== undefined) tasks.replace({ ...task, up: without(task.up, point) })
    if (points.get(id) !== undefined) points.remove(id)
    dropMounts(simulation, id)
    dropFromCatalog(simulation, id)
    if (kind === 'Replica') dropFromVApp(simulation, id)
  }
  if (stored !== undefined) dropStored(simulation, stored)
}

function dropStored(simulation: Simulation, { id, file, bytes, session: made }: Stored): void {
  const files = tableOf(simulation, backupFile)
  const points = tableOf(simulation, restorePoint)
  const sessions = tableOf(simulation, backupJobSession)
  const session = sessions.get(made)
  if (session !== undefined) sessions.replace(without(session, 'related'))
  freeRoom(simulation, file, bytes)
  if (files.get(file) !== undefined) files.remove(file)
  dropVApps(simulation, id)
  if (points.get(id) !== undefined) points.remove(id)
}

/** Gives a repository back what a file has taken of it. */
export function freeRoom(simulation: Simulation, file: string, bytes: number): void {
  const repositories = tableOf(simulation, repository)
  const chain = tableOf(simulation, backupFile).get(file)?.up.Backup
  const id = tableOf(simulation, backup).get(chain ?? '')?.up.Repository
  const row = repositories.get(id ?? '')
  if (row !== undefined && row.FreeSpace >= 0) repositories.replace({ ...row, FreeSpace: row.FreeSpace + bytes })
}
