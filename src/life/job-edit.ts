import { refuse } from '../model/refusal.ts'
import type { ValueOf } from '../model/shape.ts'
import type { job } from '../resources/index.ts'
import type { editOf } from './action.ts'
import { isCopy, withCopyInfo, copyInfo, type Changed, type MachineJob } from './job-change.ts'
import { merge, only } from './merge.ts'
import { refuseRetention } from './refuse-retention.ts'
import { refuseSchedule, type GivenSchedule } from './refuse-schedule.ts'
import type { World } from './world.ts'

type Body = ValueOf<ReturnType<typeof editOf<typeof job>>['shape']>

/**
 * What a job would be after an edit. Of what is said, its description, its schedule and the retention of a backup job
 * count; the rest is as it was (em_rest put_jobs_id_actionedit). Throws a 400 refusal for what a job of its type does not
 * have, and for what cannot be.
 */
export function edited(world: World, row: MachineJob, body: Body): Changed {
  const { JobScheduleOptions = {}, JobInfo = {} } = body
  refuseForeign(row, row.JobScheduleOptions, JobScheduleOptions)
  refuseForeign(row, row.JobInfo, JobInfo)
  const { BackupJobInfo } = JobInfo
  const retention =
    BackupJobInfo && only(BackupJobInfo, 'GfsRetentionPolicy', 'SimpleRetentionPolicy')
  const words = only(body, 'Description', 'ScheduleConfigured', 'ScheduleEnabled')
  const after = merge(row, {
    ...words,
    JobScheduleOptions,
    ...(retention && { JobInfo: { BackupJobInfo: retention } }),
  })
  refuseSchedule(world, after, JobScheduleOptions as GivenSchedule)
  refuseRetention(retention ?? {})
  // As the real server does: a copy job forgets the backups that it copies, whatever is edited (documented).
  return { row: isCopy(after) ? withCopyInfo(after, { ...copyInfo(after), LinkedBackupIncludes: [] }) : after } // prettier-ignore
}

/** Each type of job has members of its own. */
function refuseForeign({ Name, JobType }: MachineJob, own: object, given: object): void {
  const other = Object.keys(given).find((it) => !(it in own))
  if (other !== undefined)
    throw refuse.badRequest(
      `Job "${Name}" is of type ${JobType}: found ${other}, expected ${Object.keys(own).join(', ')}.`,
    )
}
