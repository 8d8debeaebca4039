import type { EntityOf } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import { agentBackupJob, job, nasJob } from '../resources/index.ts'
import type { Table } from '../store/table.ts'
import type { JobKind } from './living.ts'
import type { World } from './world.ts'

/** What the rows of all kinds of job have in common. */
export type JobRow = Row &
  Pick<
    EntityOf<typeof job>,
    'ScheduleConfigured' | 'ScheduleEnabled' | 'NextRun' | 'JobScheduleOptions'
  >

/** The definition of each kind's rows. */
const definitions = {
  Backup: job,
  BackupCopy: job,
  ImmediateBackupCopy: job,
  AgentBackup: agentBackupJob,
  NasBackup: nasJob,
} as const satisfies Readonly<Record<JobKind, { readonly name: string }>>

/** The rows of a kind of job, as far as its life goes. */
export const jobRows = (world: World, kind: JobKind): Table<JobRow> =>
  world.store.table<JobRow>(definitions[kind].name)
