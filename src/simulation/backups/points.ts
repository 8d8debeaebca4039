import type { Instant } from '../../clock/instant.ts'
import { idOf } from '../../random/ids.ts'
import { backup, backupFile, backupJobSession, repository, restorePoint } from '../../resources/index.ts'
import { fileOf } from './file-name.ts'
import type { LivingJob, Run } from '../jobs/job-model.ts'
import { keepMachine } from './machine-points.ts'
import { dropOldPoints } from './retention.ts'
import { hasRoom } from './room.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'
import { chainState } from './chain-state.ts'

const saturday = 6

/** Keeps what a run has backed up: a restore point, its file, a point for each object; and drops what is too old. */
export function keepPoint(simulation: Simulation, job: LivingJob, run: Run, name: string): void {
  const { seed } = simulation.chance
  const into = openBackup(simulation, job, name)
  const chain = simulation.state(chainState).chains.get(into) ?? []
  const id = idOf(seed, 'RestorePoint', run.session)
  const full = chain.findLast((point) => point.isFull)
  const isFull = full === undefined || (!run.isQuick && isWeekly(full.at, run.since))
  const { BackupServer } = job.up

  const named = fileOf(simulation, job, run, isFull ? 'vbk' : 'vib')
  const file = named.id
  const bytes = keepFile(simulation, job, run, {
    ...named,
    isFull,
    up: { Backup: into, BackupServer, RestorePoint: id },
  })
  tableOf(simulation, restorePoint).add({
    id,
    up: { Backup: into, BackupServer, BackupFile: file },
    BackupDateUTC: run.since,
    Platform: job.platform,
  })
  const up = { BackupServer, Backup: into, RestorePoint: id, BackupFile: file }
  const algorithm = isFull ? (chain.length === 0 ? 'Full' : 'SyntheticFull') : 'Incremental'
  const machines = run.kept.map((kept) => keepMachine(simulation, job, { kept, up, algorithm }))
  const sessions = tableOf(simulation, backupJobSession)
  const session = sessions.get(run.session)
  if (session !== undefined) sessions.replace({ related: { RestorePoint: [id] }, ...session })

  simulation
    .state(chainState)
    .chains.set(into, [
      ...chain,
      { at: run.since, isFull, machines, stored: { id, file, bytes, session: run.session } },
    ])
  // What is full cannot be merged either, so the old ones stay.
  if (run.worst !== 'Failed' || hasRoom(simulation, job.repository)) dropOldPoints(simulation, job, into)
}

/** The id of a job's backup of that name, which is there once its first point is. */
export const backupId = ({ chance }: Simulation, { id }: LivingJob, name: string): string =>
  idOf(chance.seed, 'Backup', id, name)

/** The backup of that name, made when its first point is; what an agent job keeps of a computer is a child of its own. */
function openBackup(simulation: Simulation, job: LivingJob, name: string): string {
  const { seed } = simulation.chance
  const id = backupId(simulation, job, name)
  const backups = tableOf(simulation, backup)
  if (backups.get(id) !== undefined) return id
  const up = { Repository: job.repository, BackupServer: job.up.BackupServer }
  const words = { Platform: job.platform, JobUid: job.id }
  const { name: JobName } = job
  if (job.kind !== 'AgentBackup') {
    backups.add({ id, up, BackupType: 'Standard', Name: name, JobName: name, ...words })
    return id
  }
  const ParentBackup = idOf(seed, 'Backup', job.id, JobName)
  if (backups.get(ParentBackup) === undefined)
    backups.add({ id: ParentBackup, up, BackupType: 'ParentBackup', Name: JobName, JobName, ...words })
  const within = { ...up, ParentBackup }
  backups.add({ id, up: within, BackupType: 'ChildBackup', Name: name, JobName, ...words })
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
function keepFile(simulation: Simulation, job: LivingJob, run: Run, { id, name, path, isFull, up }: File): number {
  const draw = simulation.chance.of(id, 'size')
  const source = run.kept.reduce((sum, { object }) => sum + object.bytes, 0)
  const DataSize = Math.round(source * (isFull ? 1 : draw.number(0.01, 0.06)))
  const CompressRatio = round(draw.number(1.2, 2.6))
  const DeduplicationRatio = round(draw.number(1, 1.9))
  const repositories = tableOf(simulation, repository)
  const into = repositories.get(job.repository)
  const wanted = Math.round(DataSize / CompressRatio / DeduplicationRatio)
  // Object storage has no end (recorded: −1); elsewhere a file takes no more than there is.
  const BackupSize = into === undefined || into.FreeSpace < 0 ? wanted : Math.min(wanted, into.FreeSpace)
  tableOf(simulation, backupFile).add({
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
    Platform: job.platform,
  })
  if (into !== undefined && into.FreeSpace >= 0)
    repositories.replace({ ...into, FreeSpace: into.FreeSpace - BackupSize })
  return BackupSize
}

/** Whether a Saturday has begun since: then a new full is made. */
function isWeekly(before: Instant, now: Instant): boolean {
  const week = (at: Instant) => Math.floor((at / 86_400e6 + 4 - saturday) / 7)
  return week(now) > week(before)
}

const round = (ratio: number): number => Math.round(ratio * 100) / 100
