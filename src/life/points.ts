import type { Instant } from '../clock/instant.ts'
import { idOf } from '../chance/ids.ts'
import { backup, backupFile, backupJobSession, backupTaskSession, repository, restorePoint, vmRestorePoint } from '../resources/index.ts' // prettier-ignore
import { fileOf } from './file-name.ts'
import type { Kept, LivingJob, Run } from './living.ts'
import { dropOldPoints } from './retention.ts'
import { tableOf } from './table-of.ts'
import type { World } from './world.ts'

const saturday = 6

/** Keeps what a run has backed up: a restore point, its file, a point for each object; and drops what is too old. */
export function keepPoint(world: World, job: LivingJob, run: Run, name: string): void {
  const { seed } = world.chance
  const into = openBackup(world, job, name)
  const chain = world.chains.get(into) ?? []
  const id = idOf(seed, 'RestorePoint', run.session)
  const isFull = chain.length === 0 || isWeekly(chain.at(-1)?.at ?? 0, run.since)
  const { BackupServer } = job.up

  const named = fileOf(world, job, run, isFull ? 'vbk' : 'vib')
  const file = named.id
  const bytes = keepFile(world, job, run, {
    ...named,
    isFull,
    up: { Backup: into, BackupServer, RestorePoint: id },
  })
  tableOf(world, restorePoint).add({
    id,
    up: { Backup: into, BackupServer, BackupFile: file },
    BackupDateUTC: run.since,
  })
  const up = { BackupServer, RestorePoint: id, BackupFile: file }
  const algorithm = isFull ? (chain.length === 0 ? 'Full' : 'SyntheticFull') : 'Incremental'
  const machines = run.kept.map((kept) => keepMachine(world, kept, up, algorithm))
  const sessions = tableOf(world, backupJobSession)
  const session = sessions.get(run.session)
  if (session !== undefined) sessions.replace({ related: { RestorePoint: [id] }, ...session })

  world.chains.set(into, [
    ...chain,
    { id, file, bytes, at: run.since, isFull, session: run.session, machines },
  ])
  dropOldPoints(world, job, into)
}

/** The backup of that name, made when its first point is. */
function openBackup(world: World, job: LivingJob, name: string): string {
  const id = idOf(world.chance.seed, 'Backup', job.id, name)
  const backups = tableOf(world, backup)
  if (backups.get(id) === undefined)
    backups.add({
      id,
      up: { Repository: job.repository, BackupServer: job.up.BackupServer },
      Platform: job.platform,
      BackupType: 'Standard',
      Name: name,
      JobUid: job.id,
      JobName: name,
    })
  return id
}

interface File {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly isFull: boolean
  readonly up: {
    readonly Backup: string
    readonly BackupServer: string
    readonly RestorePoint: string
  }
}

/** Adds the file and takes its room from the repository. Returns how much that is, in bytes. */
function keepFile(
  world: World,
  job: LivingJob,
  run: Run,
  { id, name, path, isFull, up }: File,
): number {
  const draw = world.chance.of(id, 'size')
  const source = run.kept.reduce((sum, { object }) => sum + object.bytes, 0)
  const DataSize = Math.round(source * (isFull ? 1 : draw.number(0.01, 0.06)))
  const CompressRatio = round(draw.number(1.2, 2.6))
  const DeduplicationRatio = round(draw.number(1, 1.9))
  const repositories = tableOf(world, repository)
  const into = repositories.get(job.repository)
  const wanted = Math.round(DataSize / CompressRatio / DeduplicationRatio)
  // Object storage has no end (recorded: −1); elsewhere a file takes no more than there is.
  const BackupSize =
    into === undefined || into.FreeSpace < 0 ? wanted : Math.min(wanted, into.FreeSpace)
  tableOf(world, backupFile).add({
    id,
    up,
    FilePath: path,
    BackupSize,
    DataSize,
    DeduplicationRatio,
    CompressRatio,
    CreationTimeUtc: run.since,
    FileType: isFull ? 'vbk' : 'vib',
    Name: name,
  })
  if (into !== undefined && into.FreeSpace >= 0)
    repositories.replace({ ...into, FreeSpace: into.FreeSpace - BackupSize })
  return BackupSize
}

function keepMachine(
  world: World,
  { task: taskId, object, since }: Kept,
  up: { readonly BackupServer: string; readonly RestorePoint: string; readonly BackupFile: string },
  Algorithm: 'Full' | 'SyntheticFull' | 'Incremental',
) {
  const id = idOf(world.chance.seed, 'VmRestorePoint', taskId)
  tableOf(world, vmRestorePoint).add({
    id,
    up,
    CreationTimeUTC: since,
    VmName: object.name,
    Algorithm,
    PointType: Algorithm === 'Incremental' ? 'Increment' : 'Full',
    HierarchyObjRef: object.uid,
    VmDisplayName: object.name,
  })
  const tasks = tableOf(world, backupTaskSession)
  const task = tasks.get(taskId)
  if (task !== undefined) tasks.replace({ ...task, up: { ...task.up, VmRestorePoint: id } })
  return { id, task: taskId }
}

/** Whether a Saturday has begun since: then a new full is made. */
function isWeekly(before: Instant, now: Instant): boolean {
  const week = (at: Instant) => Math.floor((at / 86_400e6 + 4 - saturday) / 7)
  return week(now) > week(before)
}

const round = (ratio: number): number => Math.round(ratio * 100) / 100
