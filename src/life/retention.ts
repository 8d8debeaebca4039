import { days } from '../clock/duration.ts'
import { backup, backupFile, backupJobSession, backupTaskSession, job as jobResource, repository, restorePoint, vmRestorePoint } from '../resources/index.ts' // prettier-ignore
import type { LivingJob, Point, Retention } from './living.ts'
import { tableOf } from './table-of.ts'
import { without } from './without.ts'
import type { World } from './world.ts'

/**
 * Drops the oldest points of a backup that its job no longer wants. A full goes together with the increments on it, and
 * only once there are enough points, or all of those are old enough, without them.
 */
export function dropOldPoints(world: World, job: LivingJob, backup: string): void {
  const retention = retentionOf(world, job)
  let chain = world.chains.get(backup) ?? []
  for (;;) {
    const nextFull = chain.findIndex(({ isFull }, i) => i > 0 && isFull)
    if (nextFull < 0 || !isOver(retention, chain, nextFull, world.now())) break
    for (const point of chain.slice(0, nextFull)) dropPoint(world, point)
    chain = chain.slice(nextFull)
  }
  world.chains.set(backup, chain)
}

/** As the job's row says, where its kind says so there. */
const retentionOf = (world: World, job: LivingJob): Retention =>
  tableOf(world, jobResource).get(job.id)?.JobInfo.BackupJobInfo?.SimpleRetentionPolicy ??
  job.retention

function isOver(
  retention: Retention,
  chain: readonly Point[],
  nextFull: number,
  now: number,
): boolean {
  if (retention.RetainLimitType === 'Cycles')
    return chain.length - nextFull >= retention.RetainCycles
  return (chain[nextFull]?.at ?? now) < now - days(retention.RetainDaysToKeep)
}

/** Takes a point out of the world, with its file and machines, and out of the sessions that made it. */
function dropPoint(world: World, point: Point): void {
  const files = tableOf(world, backupFile)
  const points = tableOf(world, restorePoint)
  const machines = tableOf(world, vmRestorePoint)
  const tasks = tableOf(world, backupTaskSession)
  for (const { id, task: taskId } of point.machines) {
    const task = tasks.get(taskId)
    if (task !== undefined) {
      const { BackupServer = '', BackupJobSession = '' } = task.up
      tasks.replace({ ...task, up: { BackupServer, BackupJobSession } })
    }
    if (machines.get(id) !== undefined) machines.remove(id)
  }
  const sessions = tableOf(world, backupJobSession)
  const session = sessions.get(point.session)
  if (session !== undefined) sessions.replace(without(session, 'related'))
  freeRoom(world, point)
  if (files.get(point.file) !== undefined) files.remove(point.file)
  if (points.get(point.id) !== undefined) points.remove(point.id)
}

function freeRoom(world: World, point: Point): void {
  const repositories = tableOf(world, repository)
  const chain = tableOf(world, backupFile).get(point.file)?.up.Backup
  const id = tableOf(world, backup).get(chain ?? '')?.up.Repository
  const row = repositories.get(id ?? '')
  if (row !== undefined && row.FreeSpace >= 0)
    repositories.replace({ ...row, FreeSpace: row.FreeSpace + point.bytes })
}
