import type { EntityOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { agentBackupJob, job, nasJob } from '../../resources/index.ts'
import type { Table } from '../../store/table.ts'
import type { JobKind, Session, Task } from './job-model.ts'
import type { Simulation } from '../core/simulation.ts'

/** What the rows of all kinds of job have in common. */
export type LivingJobRow = Row &
  Pick<EntityOf<typeof job>, 'ScheduleConfigured' | 'ScheduleEnabled' | 'NextRun' | 'JobScheduleOptions'>

/** What runs are written down as. A task holds its session, and what it kept of a machine, in the role of that name. */
interface Types {
  readonly session: string
  readonly task: string
  readonly point: string
}
const backups: Types = {
  session: 'BackupJobSession',
  task: 'BackupTaskSession',
  point: 'VmRestorePoint',
}
const replicas: Types = {
  session: 'ReplicaJobSession',
  task: 'ReplicaTaskSession',
  point: 'VmReplicaPoint',
}

/** The types of each kind's rows. */
export const writtenAs = {
  Backup: { job: job.name, ...backups },
  BackupCopy: { job: job.name, ...backups },
  ImmediateBackupCopy: { job: job.name, ...backups },
  Replica: { job: job.name, ...replicas },
  AgentBackup: { job: agentBackupJob.name, ...backups, point: 'AgentRestorePoint' },
  NasBackup: { job: nasJob.name, ...backups },
} as const satisfies Readonly<Record<JobKind, Types & { readonly job: string }>>

/** The types of jobs. */
export const jobTypes: readonly string[] = [...new Set(Object.values(writtenAs).map((it) => it.job))]

/** The rows of a kind of job, as far as its life goes. */
export const jobRows = ({ store }: Simulation, kind: JobKind): Table<LivingJobRow> =>
  store.table<LivingJobRow>(writtenAs[kind].job)

/** The sessions that runs of a kind of job are. */
export const sessionRows = ({ store }: Simulation, kind: JobKind): Table<Session> =>
  store.table<Session>(writtenAs[kind].session)

/** The tasks of those. */
export const taskRows = ({ store }: Simulation, kind: JobKind): Table<Task> => store.table<Task>(writtenAs[kind].task)
