import { idOf } from '../../random/ids.ts'
import { dateOf, writeInstant, type Instant } from '../../clock/instant.ts'
import { errors } from '../../model/api-error.ts'
import type { ValueOf } from '../../model/shape.ts'
import type { jobCloneSpec } from '../../resources/jobs/job-clone-spec.ts'
import { job, repository } from '../../resources/index.ts'
import { folderIn } from '../backups/folder-in.ts'
import { freshId } from '../core/fresh-id.ts'
import type { MachineJob } from './job-change.ts'
import { atRest, type LivingJob } from './job-model.ts'
import { jobOf } from './parts.ts'
import { referred } from '../infrastructure/referred.ts'
import { without } from '../core/without.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

type Spec = ValueOf<ReturnType<typeof jobCloneSpec>>
type CloneInfo = Partial<Record<'JobName' | 'Description' | 'RepositoryUid' | 'FolderName' | 'JobFileName', string>>

/** How the spec names what it says of each type of job. */
const infos = {
  Backup: 'BackupJobCloneInfo',
  Replica: 'ReplicaJobCloneInfo',
  BackupCopy: 'BackupCopyJobCloneInfo',
  ImmediateBackupCopy: 'ImmediateBackupCopyJobCloneInfo',
} as const satisfies Readonly<Record<MachineJob['JobType'], keyof Spec>>

/**
 * What the clone of a job would be, as a row and as something that runs: it is on the same server, and waits to be
 * enabled. Throws a 400 ApiError for a name that is taken, and for a repository that is not there. A name may be longer than
 * the 50 characters of the page: one of 51 was recorded.
 */
export function cloneOf(
  simulation: Simulation,
  row: MachineJob,
  spec: Spec,
): { readonly row: MachineJob; readonly live: LivingJob } {
  const original = jobOf(simulation, row.id)
  const info = infoFor(row, spec)
  const Name = info.JobName ?? `${row.Name} cloned at ${usTime(simulation.now())}`
  refuseName(simulation, original.up.BackupServer, Name)
  const id = freshId(simulation, job, original.up.BackupServer, Name, writeInstant(simulation.now()))
  const into = repositoryFor(simulation, original, info.RepositoryUid)
  const folderName = info.FolderName ?? info.JobFileName
  const { Description = row.Description } = info
  const JobInfo = renumbered(simulation, row.JobInfo, id)
  return {
    row: without({ ...row, id, Name, Description, JobInfo, ScheduleEnabled: false }, 'NextRun'),
    live: {
      ...without(without(without(original, 'keptAt'), 'retry'), 'folderName'),
      id,
      name: Name,
      up: { BackupServer: original.up.BackupServer, Job: id },
      ...into,
      ...(folderName !== undefined && { folderName }),
      ...atRest,
    },
  }
}

function infoFor({ JobType, Name }: MachineJob, spec: Spec): CloneInfo {
  const wanted = infos[JobType]
  const other = Object.keys(spec).find((it) => it !== wanted)
  if (other === undefined) return spec[wanted] ?? {}
  throw errors.badRequest(`Job "${Name}" is of type ${JobType}: found ${other}, expected ${wanted}.`)
}

function refuseName(simulation: Simulation, server: string, name: string): void {
  if (name.trim() === '') throw errors.badRequest('The JobName is empty.')
  const isTaken = [...simulation.state(jobState).jobs.values()].some(
    (it) => it.up.BackupServer === server && it.name.toLowerCase() === name.toLowerCase(),
  )
  if (isTaken) throw errors.badRequest(`There is a job "${name}" already.`)
}

/** Where a clone writes to: where its original does, or to another repository of the server. */
function repositoryFor(
  simulation: Simulation,
  { repository: own, folder, up }: LivingJob,
  id: string | undefined,
): Pick<LivingJob, 'repository' | 'folder'> {
  if (id === undefined || id === own) return { repository: own, folder }
  const row = referred(simulation, repository, id)
  if (row.up.BackupServer !== up.BackupServer)
    throw errors.badRequest(`Repository "${row.Name}" is not on the backup server of the job.`)
  return { repository: row.id, folder: folderIn(simulation, row) }
}

/** What a job holds has ids of its own in each job. */
function renumbered({ chance }: Simulation, info: MachineJob['JobInfo'], job: string): MachineJob['JobInfo'] {
  const idFor = (name: string) => idOf(chance.seed, 'ObjectInJob', job, name)
  const { BackupJobInfo, ReplicaJobInfo, BackupCopyJobInfo, ImmediateBackupCopyJobInfo } = info
  const machines = <I extends NonNullable<typeof BackupJobInfo | typeof ReplicaJobInfo>>(it: I): I => ({
    ...it,
    Includes: it.Includes.map((object) => {
      const ObjectInJobId = idFor(object.Name)
      return { ...object, ObjectInJobId, Href: `/jobs/${job}/includes/${ObjectInJobId}` }
    }),
  })
  const links = (it: NonNullable<typeof BackupCopyJobInfo>) => ({
    LinkedJobIncludes: it.LinkedJobIncludes.map((link) => ({
      ...link,
      ObjectInJobId: idFor(link.LinkedJobUid),
    })),
    LinkedBackupIncludes: it.LinkedBackupIncludes.map((link) => ({
      ...link,
      ObjectInJobId: idFor(link.LinkedBackupUid),
    })),
    LinkedBackupRepositoryIncludes: it.LinkedBackupRepositoryIncludes.map((link) => ({
      ...link,
      ObjectInJobId: idFor(link.LinkedBackupRepositoryUid),
    })),
  })
  return {
    ...(BackupJobInfo && { BackupJobInfo: machines(BackupJobInfo) }),
    ...(ReplicaJobInfo && { ReplicaJobInfo: machines(ReplicaJobInfo) }),
    ...(BackupCopyJobInfo && { BackupCopyJobInfo: links(BackupCopyJobInfo) }),
    ...(ImmediateBackupCopyJobInfo && {
      ImmediateBackupCopyJobInfo: links(ImmediateBackupCopyJobInfo),
    }),
  }
}

/** `10/18/2014 6:13:11 AM`. */
function usTime(at: Instant): string {
  const date = dateOf(at)
  const two = (n: number) => String(n).padStart(2, '0')
  const hour = date.getUTCHours()
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`
  const time = `${hour % 12 || 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
  return `${day} ${time} ${hour < 12 ? 'AM' : 'PM'}`
}
