import { errors } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { job } from '../../resources/index.ts'
import { changeJob } from './change-job.ts'
import { jobRows, type LivingJobRow } from './job-rows.ts'
import type { JobKind, LivingJob } from './job-model.ts'
import { jobOf } from './parts.ts'
import { refuseJobUnreached } from './start.ts'
import { plan } from './plan.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

/** A job of machines, as its row says. */
export type MachineJob = EntityOf<typeof job> & Row
type CopyInfo = NonNullable<MachineJob['JobInfo']['BackupCopyJobInfo']>

/** What a job is to be from now on: its row, and what the row does not say. */
export interface Changed {
  readonly row: MachineJob
  readonly live?: Partial<LivingJob>
}

/** Puts a changed job in the place of what it is; a changed schedule counts at once. Throws a 400 ApiError if its server is not reached. */
export function keepChanged(simulation: Simulation, { row, live = {} }: Changed): void {
  refuseUnreachedJob(simulation, row)
  const before = tableOf(simulation, job).get(row.id)
  tableOf(simulation, job).replace(row)
  changeJob(simulation, row.id, live)
  if (before === undefined || scheduleIn(before) !== scheduleIn(row)) plan(simulation, row.id)
}

const scheduleIn = (row: LivingJobRow): string =>
  JSON.stringify([row.ScheduleConfigured, row.ScheduleEnabled, row.JobScheduleOptions])

/** Throws a 400 ApiError if the backup server of a job is not reached. */
export const refuseUnreachedJob = (simulation: Simulation, { id }: { readonly id: string }): void =>
  refuseJobUnreached(simulation, jobOf(simulation, id))

/** Replaces what the row of a job of any kind says of its schedule, and plans it by that. */
export function reschedule(
  simulation: Simulation,
  { id, kind }: { readonly id: string; readonly kind: JobKind },
  change: (options: LivingJobRow['JobScheduleOptions']) => LivingJobRow['JobScheduleOptions'],
): void {
  const rows = jobRows(simulation, kind)
  const row = rows.get(id)
  if (row === undefined) return
  rows.replace({ ...row, JobScheduleOptions: change(row.JobScheduleOptions) })
  plan(simulation, id)
}

/** What a copy job copies. Throws a 400 ApiError for a job of another kind. */
export function copyInfo({ JobInfo, JobType, Name }: MachineJob): CopyInfo {
  const info = JobInfo.BackupCopyJobInfo ?? JobInfo.ImmediateBackupCopyJobInfo
  if (info !== undefined) return info
  throw errors.badRequest(
    `Job "${Name}" is of type ${JobType}; only a backup copy job has linked jobs and repositories.`,
  )
}

/** The row of a copy job that copies something else. */
export function withCopyInfo(row: MachineJob, info: CopyInfo): MachineJob {
  const { BackupCopyJobInfo } = row.JobInfo
  return {
    ...row,
    JobInfo:
      BackupCopyJobInfo === undefined
        ? { ...row.JobInfo, ImmediateBackupCopyJobInfo: info }
        : { ...row.JobInfo, BackupCopyJobInfo: info },
  }
}

/** Whether a job copies what other jobs have backed up. */
export const isCopy = ({ JobType }: MachineJob): boolean =>
  JobType === 'BackupCopy' || JobType === 'ImmediateBackupCopy'
