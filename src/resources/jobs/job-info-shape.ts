import {
  attribute,
  enumeration,
  href,
  list,
  numeric,
  onlyJson,
  optional,
  struct,
  text,
  boolean,
  uid,
  type Row,
  type ValueOf,
} from '../../model/shape.ts'
import { weekdays } from './calendar-shape.ts'

const indexing = () =>
  struct({
    FileSystemIndexingMode: enumeration('Disabled', 'EveryFolders', 'ExceptSpecifiedFolders', 'OnlySpecifiedFolders'),
    IncludedIndexingFolders: list('Path', text()),
    ExcludedIndexingFolders: list('Path', text()),
  })

export const guestProcessingShape = () =>
  struct({
    AppAwareProcessingMode: onlyJson(null),
    FileSystemIndexingMode: onlyJson(null),
    IncludedIndexingFolders: onlyJson(null),
    ExcludedIndexingFolders: onlyJson(null),
    CredentialsId: onlyJson(null),
    VssSnapshotOptions: struct({
      VssSnapshotMode: enumeration('Disabled', 'RequireSuccess', 'IgnoreFailures'),
      IsCopyOnly: boolean(),
      UsePersistentGuestAgent: optional(boolean()),
    }),
    // What only copies changes as they happen has none of these three (example document of CdpPolicy).
    WindowsGuestFSIndexingOptions: optional(indexing()),
    LinuxGuestFSIndexingOptions: optional(indexing()),
    SqlBackupOptions: optional(
      struct({
        TransactionLogsProcessing: enumeration('Never', 'OnlyOnSuccessJob', 'Backup'),
        BackupLogsFrequencyMin: numeric(),
        UseDbBackupRetention: boolean(),
        RetainDays: numeric(),
      }),
    ),
    WindowsCredentialsId: text(),
    LinuxCredentialsId: text(),
    FSFileExcludeOptions: onlyJson(null),
    OracleBackupOptions: onlyJson(null),
  })

/** A machine or container that a job works on: a member of Job, and a resource of its own. */
export const objectInJobShape = () => ({
  ObjectInJobId: text(),
  HierarchyObjRef: text(),
  Name: text(),
  DisplayName: text(),
  GuestProcessingOptions: guestProcessingShape(),
})
/** What a copy job copies: members of Job, and resources of their own. */
export const linkedJobShape = () => ({ ObjectInJobId: text(), LinkedJobUid: uid('Job') })
export const linkedBackupRepositoryShape = () => ({
  ObjectInJobId: text(),
  LinkedBackupRepositoryUid: uid('Repository'),
})

export const gfsRetentionPolicyShape = () =>
  struct({
    Weekly: struct({
      Enabled: boolean(),
      RetentionPeriod: numeric(),
      SelectedDay: enumeration(...weekdays),
    }),
    Monthly: struct({
      Enabled: boolean(),
      RetentionPeriod: numeric(),
      SelectedWeek: enumeration('First', 'Second', 'Third', 'Fourth', 'Last'),
    }),
    Yearly: struct({ Enabled: boolean(), RetentionPeriod: numeric(), SelectedMonth: text() }),
    Enabled: attribute(boolean()),
  })

export const simpleRetentionPolicy = () =>
  struct({
    RetainCycles: numeric(),
    RetainDaysToKeep: numeric(),
    RetainLimitType: enumeration('Cycles', 'Days'),
  })

/** The same as a member. */
export const objectsInJob = () =>
  list(
    'ObjectInJob',
    struct({
      ...objectInJobShape(),
      Links: onlyJson(null),
      Href: attribute(href()),
      Type: attribute(text()),
    }),
  )

const backupJobInfo = () =>
  struct({
    Includes: objectsInJob(),
    GuestProcessingOptions: guestProcessingShape(),
    AdvancedStorageOptions: struct({ PasswordKeyId: text() }),
    GfsRetentionPolicy: gfsRetentionPolicyShape(),
    SimpleRetentionPolicy: simpleRetentionPolicy(),
  })

/** A replica job's has no retention (example document of Job). */
const replicaJobInfo = () => struct({ Includes: objectsInJob(), GuestProcessingOptions: guestProcessingShape() })

/** Copy jobs name what they copy: linked jobs, or everything in linked repositories (example documents of Job). */
const copyJobInfo = () =>
  struct({
    LinkedJobIncludes: list('LinkedJobObject', struct(linkedJobShape())),
    LinkedBackupIncludes: list('LinkedBackupObject', struct({ ObjectInJobId: text(), LinkedBackupUid: uid('Backup') })),
    LinkedBackupRepositoryIncludes: list(
      'LinkedBackupRepository',
      struct(linkedBackupRepositoryShape()),
      'LinkedBackupRepositories',
    ),
  })

/** What a job works on: one member for each kind of job, in EM's order. */
export const jobInfo = () =>
  struct({
    BackupJobInfo: optional(backupJobInfo()),
    FileCopyJobInfo: onlyJson(null),
    ReplicaJobInfo: optional(replicaJobInfo()),
    BackupCopyJobInfo: optional(copyJobInfo()),
    ImmediateBackupCopyJobInfo: optional(copyJobInfo()),
  })

type JobInfo = ValueOf<ReturnType<typeof jobInfo>>
type CopyJobInfo = NonNullable<JobInfo['BackupCopyJobInfo']>
export type JobRow = Row & { readonly JobInfo: JobInfo }
export type ObjectInJob = ValueOf<ReturnType<typeof objectsInJob>>[number]

/** What a copy job copies, as rows; any other job has nothing linked. */
export function linkedIn({ id, JobInfo }: JobRow, member: keyof CopyJobInfo): readonly Row[] {
  const info = JobInfo.BackupCopyJobInfo ?? JobInfo.ImmediateBackupCopyJobInfo
  const linked = info?.[member] ?? []
  return linked.map((object) => ({ ...object, id: object.ObjectInJobId, up: { Job: id } }))
}
