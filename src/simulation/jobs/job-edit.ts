import { errors } from '../../model/api-error.ts'
import { struct } from '../../model/shape.ts'
import { job } from '../../resources/index.ts'
import { editOf, type Doing } from '../core/action.ts'
import { isCopy, withCopyInfo, copyInfo, type Changed, type MachineJob } from './job-change.ts'
import { merge } from '../core/merge.ts'
import { refuseRetention } from './refuse-retention.ts'
import { refuseSchedule, type GivenSchedule } from './refuse-schedule.ts'

const edit = editOf(job, {
  Description: true,
  ScheduleConfigured: true,
  ScheduleEnabled: true,
  JobInfo: { BackupJobInfo: { GfsRetentionPolicy: true, SimpleRetentionPolicy: true } },
  JobScheduleOptions: true,
})
const { fields: options } = job.fields.JobScheduleOptions

/** What of a job counts in an edit (em_rest put_jobs_id_actionedit). Older clients send what is in `Standart` beside it. */
export const jobEdit = {
  ...edit,
  shape: struct({
    ...edit.shape.fields,
    JobScheduleOptions: struct({ ...options.Standart.fields, ...options }),
  }),
}

type Given = NonNullable<(typeof edit)['shape']['is']>
type Options = NonNullable<Given['JobScheduleOptions']>

/** What a job would be after an edit. Throws a 400 ApiError for what cannot be. */
export function edited(doing: Pick<Doing, 'simulation' | 'passOver'>, row: MachineJob, body: Given): Changed {
  const { JobScheduleOptions = {}, JobInfo = {}, ...words } = body
  const options = ownOf(doing, row, 'JobScheduleOptions', inStandart(JobScheduleOptions))
  const info = ownOf(doing, row, 'JobInfo', JobInfo)
  const after = merge(row, { ...words, JobScheduleOptions: options, JobInfo: info })
  refuseSchedule(doing.simulation, after, options as GivenSchedule)
  refuseRetention(info.BackupJobInfo ?? {})
  // As the real server does: a copy job forgets the backups that it copies, whatever is edited (documented).
  return { row: isCopy(after) ? withCopyInfo(after, { ...copyInfo(after), LinkedBackupIncludes: [] }) : after }
}

/** What is given of a member that jobs of that type have: what is another type's is passed over. */
function ownOf<G extends object>(
  { passOver }: Pick<Doing, 'passOver'>,
  { Name, JobType, ...row }: MachineJob,
  member: 'JobScheduleOptions' | 'JobInfo',
  given: G,
): Partial<G> {
  const own = Object.keys(row[member])
  for (const other of Object.keys(given).filter((it) => !own.includes(it)))
    passOver(`Job/${member}/${other}`, () =>
      errors.badRequest(`Job "${Name}" is of type ${JobType}: found ${other}, expected ${own.join(', ')}.`),
    )
  return Object.fromEntries(Object.entries(given).filter(([name]) => own.includes(name))) as Partial<G>
}

/** The options with what stands beside `Standart` in it. */
function inStandart(given: Options & Options['Standart']): Options {
  const { Standart, ImmediateCopyMode, ...older } = given
  return {
    ...((Standart !== undefined || Object.keys(older).length > 0) && {
      Standart: merge(older, Standart ?? {}),
    }),
    ...(ImmediateCopyMode !== undefined && { ImmediateCopyMode }),
  }
}
