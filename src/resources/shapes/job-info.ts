import {
  attribute, enumeration, href, list, numeric, onlyJson, optional, struct, text, truth, uid,
} from '../../model/shape.ts' // prettier-ignore
import { weekdays } from './calendar.ts'

const indexing = () =>
  struct({
    FileSystemIndexingMode: enumeration(
      'Disabled',
      'EveryFolders',
      'ExceptSpecifiedFolders',
      'OnlySpecifiedFolders',
    ),
    IncludedIndexingFolders: list('Path', text()),
    ExcludedIndexingFolders: list('Path', text()),
  })

export const guestProcessing = () =>
  struct({
    AppAwareProcessingMode: onlyJson(null),
    FileSystemIndexingMode: onlyJson(null),
    IncludedIndexingFolders: onlyJson(null),
    ExcludedIndexingFolders: onlyJson(null),
    CredentialsId: onlyJson(null),
    VssSnapshotOptions: struct({
      VssSnapshotMode: enumeration('Disabled', 'RequireSuccess', 'IgnoreFailures'),
      IsCopyOnly: truth(),
    }),
    WindowsGuestFSIndexingOptions: indexing(),
    LinuxGuestFSIndexingOptions: indexing(),
    SqlBackupOptions: struct({
      TransactionLogsProcessing: enumeration('Never', 'OnlyOnSuccessJob', 'Backup'),
      BackupLogsFrequencyMin: numeric(),
      UseDbBackupRetention: truth(),
      RetainDays: numeric(),
    }),
    WindowsCredentialsId: text(),
    LinuxCredentialsId: text(),
    FSFileExcludeOptions: onlyJson(null),
    OracleBackupOptions: onlyJson(null),
  })

/** A machine or container that a job works on: a member of Job, and a resource of its own. */
export const objectInJob = () => ({
  ObjectInJobId: text(),
  HierarchyObjRef: text(),
  Name: text(),
  DisplayName: text(),
  GuestProcessingOptions: guestProcessing(),
})
/** What a copy job copies: members of Job, and resources of their own. */
export const linkedJob = () => ({ ObjectInJobId: text(), LinkedJobUid: uid('Job') })
export const linkedBackupRepository = () => ({
  ObjectInJobId: text(),
  LinkedBackupRepositoryUid: uid('Repository'),
})

export const gfsRetentionPolicy = () =>
  struct({
    Weekly: struct({
      Enabled: truth(),
      RetentionPeriod: numeric(),
      SelectedDay: enumeration(...weekdays),
    }),
    Monthly: struct({
      Enabled: truth(),
      RetentionPeriod: numeric(),
      SelectedWeek: enumeration('First', 'Second', 'Third', 'Fourth', 'Last'),
    }),
    Yearly: struct({ Enabled: truth(), RetentionPeriod: numeric(), SelectedMonth: text() }),
    Enabled: attribute(truth()),
  })

export const simpleRetentionPolicy = () =>
  struct({
    RetainCycles: numeric(),
    RetainDaysToKeep: numeric(),
    RetainLimitType: enumeration('Cycles', 'Days'),
  })

const backupJobInfo = () =>
  struct({
    Includes: list(
      'ObjectInJob',
      struct({
        ...objectInJob(),
        Links: onlyJson(null),
        Href: attribute(href()),
        Type: attribute(text()),
      }),
    ),
    GuestProcessingOptions: guestProcessing(),
    AdvancedStorageOptions: struct({ PasswordKeyId: text() }),
    GfsRetentionPolicy: gfsRetentionPolicy(),
    SimpleRetentionPolicy: simpleRetentionPolicy(),
  })

/** Copy jobs name what they copy: linked jobs, or everything in linked repositories (example documents of Job). */
const copyJobInfo = () =>
  struct({
    LinkedJobIncludes: list('LinkedJobObject', struct(linkedJob())),
    LinkedBackupIncludes: list(
      'LinkedBackupObject',
      struct({ ObjectInJobId: text(), LinkedBackupUid: uid('Backup') }),
    ),
    LinkedBackupRepositoryIncludes: list(
      'LinkedBackupRepository',
      struct(linkedBackupRepository()),
      'LinkedBackupRepositories',
    ),
  })

/** What a job works on: one member for each kind of job, in EM's order. */
export const jobInfo = () =>
  struct({
    BackupJobInfo: optional(backupJobInfo()),
    FileCopyJobInfo: onlyJson(null),
    ReplicaJobInfo: onlyJson(null),
    BackupCopyJobInfo: optional(copyJobInfo()),
    ImmediateBackupCopyJobInfo: optional(copyJobInfo()),
  })
