import { idOf } from '../../random/ids.ts'
import { noId } from '../../model/names.ts'
import { errors } from '../../model/api-error.ts'
import type { ValueOf } from '../../model/shape.ts'
import { credentials } from '../../resources/index.ts'
import type { createObjectInJobSpec } from '../../resources/jobs/create-object-in-job-spec.ts'
import type { guestProcessingShape } from '../../resources/jobs/job-info-shape.ts'
import { guestProcessingOfObject, ofReplica, type GuestProcessing } from '../backups/guest-processing.ts'
import type { Changed, MachineJob } from './job-change.ts'
import type { WorkObject } from './job-model.ts'
import { machinesNamed, wholeOf } from './machines.ts'
import { merge, only } from '../core/merge.ts'
import { jobOf } from './parts.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

type Spec = ValueOf<ReturnType<typeof createObjectInJobSpec>>
type SpecOptions = NonNullable<Spec['GuestProcessingOptions']>
type Includes = NonNullable<MachineJob['JobInfo']['BackupJobInfo']>['Includes']

/** A job that works on another machine or vApp too. Throws a 400 ApiError if that is unknown, or is in the job already. */
export function withObject(simulation: Simulation, row: MachineJob, spec: Spec): Changed {
  const before = includesOf(row)
  const job = jobOf(simulation, row.id)
  const objects = machinesNamed(simulation, job.up.BackupServer, spec)
  const [first] = objects
  if (first === undefined || !first.uid.startsWith(`urn:${job.platform}:`))
    throw errors.badRequest(
      `Found the reference "${(spec.HierarchyObjRef ?? spec.HierarchyObjName ?? '').slice(0, 200)}"; expected that of a ${job.platform} machine on the backup server of job "${row.Name}": GET /api/lookup finds them.`,
    )
  const has = (uid: string) => job.objects.some((it) => it.uid === uid)
  const { name, uid } = wholeOf(first)
  if (objects.some((it) => has(it.uid))) throw errors.badRequest(`Job "${row.Name}" works on "${name}" already.`)
  const ObjectInJobId = idOf(simulation.chance.seed, 'ObjectInJob', row.id, name)
  const include: Includes[number] = {
    ObjectInJobId,
    HierarchyObjRef: uid,
    Name: name,
    DisplayName: name,
    GuestProcessingOptions: optionsOf(simulation, row, spec.GuestProcessingOptions ?? {}),
    Href: `/jobs/${row.id}/includes/${ObjectInJobId}`,
    Type: 'ObjectInJob',
  }
  return {
    row: withIncludes(row, [...before, include]),
    live: { objects: [...job.objects, ...objects] },
  }
}

/** A job without one of its objects, by the id it has within the job; not without the last. */
export function withoutObject(simulation: Simulation, row: MachineJob, id: string): Changed {
  const before = includesOf(row)
  const left = before.filter((it) => it.ObjectInJobId !== id)
  if (left.length === 0) throw errors.badRequest(`It is the last object of job "${row.Name}", and cannot be removed.`)
  const kept = new Set(left.map(({ HierarchyObjRef }) => HierarchyObjRef))
  const job = jobOf(simulation, row.id)
  const objects = job.objects.filter((it) => kept.has(wholeOf(it).uid))
  const failed = job.retry?.objects.filter((name) => objects.some((it) => it.name === name)) ?? []
  const retry = job.retry && failed.length > 0 ? { ...job.retry, objects: failed } : undefined
  return { row: withIncludes(row, left), live: { objects, retry } }
}

/** What a changed job does not work on any more. */
export const leftOut = (simulation: Simulation, { row, live }: Changed): readonly WorkObject[] =>
  jobOf(simulation, row.id).objects.filter((it) => live?.objects?.includes(it) === false)

function includesOf({ JobInfo, JobType, Name }: MachineJob): Includes {
  const info = JobInfo.BackupJobInfo ?? JobInfo.ReplicaJobInfo
  if (info !== undefined) return info.Includes
  throw errors.badRequest(`Job "${Name}" is of type ${JobType}: what it works on are linked jobs and repositories.`)
}

function withIncludes(row: MachineJob, Includes: Includes): MachineJob {
  const { BackupJobInfo, ReplicaJobInfo } = row.JobInfo
  return {
    ...row,
    JobInfo: {
      ...row.JobInfo,
      ...(BackupJobInfo !== undefined && { BackupJobInfo: { ...BackupJobInfo, Includes } }),
      ...(ReplicaJobInfo !== undefined && { ReplicaJobInfo: { ...ReplicaJobInfo, Includes } }),
    },
  }
}

/** The options of an object, as given in the form of now or in the older one, on top of those that each starts with. */
function optionsOf(simulation: Simulation, row: MachineJob, given: SpecOptions): GuestProcessing {
  const starts = row.JobType === 'Replica' ? ofReplica(guestProcessingOfObject) : guestProcessingOfObject
  const { AppAwareProcessingMode, CredentialsId, FileSystemIndexingMode } = given
  const older = {
    ...(AppAwareProcessingMode && {
      VssSnapshotOptions: { VssSnapshotMode: AppAwareProcessingMode },
    }),
    ...(FileSystemIndexingMode && { WindowsGuestFSIndexingOptions: indexingOf(given) }),
    ...(CredentialsId !== undefined && {
      WindowsCredentialsId: credentialsOf(simulation, CredentialsId),
    }),
  }
  const { VssSnapshotOptions, WindowsCredentialsId, LinuxCredentialsId } = given
  const { WindowsGuestFSIndexingOptions: windows, LinuxGuestFSIndexingOptions: linux } = given
  const newer = {
    ...only(given, 'SqlBackupOptions'),
    ...(VssSnapshotOptions && {
      VssSnapshotOptions: only(VssSnapshotOptions, 'VssSnapshotMode', 'IsCopyOnly'),
    }),
    ...(windows && { WindowsGuestFSIndexingOptions: indexingOf(windows) }),
    ...(linux && { LinuxGuestFSIndexingOptions: indexingOf(linux) }),
    ...(WindowsCredentialsId !== undefined && {
      WindowsCredentialsId: credentialsOf(simulation, WindowsCredentialsId),
    }),
    ...(LinuxCredentialsId !== undefined && {
      LinuxCredentialsId: credentialsOf(simulation, LinuxCredentialsId),
    }),
  }
  return merge(merge(starts, older), newer)
}

type Indexing = NonNullable<ValueOf<ReturnType<typeof guestProcessingShape>>['WindowsGuestFSIndexingOptions']>

function indexingOf(given: NonNullable<SpecOptions['WindowsGuestFSIndexingOptions']>): Partial<Indexing> {
  const { FileSystemIndexingMode: mode, ...folders } = only(
    given,
    'FileSystemIndexingMode',
    'IncludedIndexingFolders',
    'ExcludedIndexingFolders',
  )
  // As the real server does: what is sent under one name is shown under another (documented).
  const FileSystemIndexingMode = mode === 'SpecifiedFolders' ? 'OnlySpecifiedFolders' : mode
  return { ...folders, ...(FileSystemIndexingMode && { FileSystemIndexingMode }) }
}

/** Within a job no credentials are an empty text. Throws a 400 ApiError for unknown ones. */
export function credentialsOf(simulation: Simulation, id: string): string {
  const key = id.trim().toLowerCase()
  if (key === '' || key === noId) return ''
  if (tableOf(simulation, credentials).get(key) !== undefined) return key
  throw errors.badRequest(`There are no credentials ${id.slice(0, 100)}.`)
}
