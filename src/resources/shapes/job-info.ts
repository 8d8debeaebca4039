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

const guestProcessing = () =>
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

const objectInJob = () =>
  struct({
    ObjectInJobId: text(),
    HierarchyObjRef: text(),
    Name: text(),
    DisplayName: text(),
    GuestProcessingOptions: guestProcessing(),
    Links: onlyJson(null),
    Href: attribute(href()),
    Type: attribute(text()),
  })

const backupJobInfo = () =>
  struct({
    Includes: list('ObjectInJob', objectInJob()),
    GuestProcessingOptions: guestProcessing(),
    AdvancedStorageOptions: struct({ PasswordKeyId: text() }),
    GfsRetentionPolicy: struct({
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
    }),
    SimpleRetentionPolicy: struct({
      RetainCycles: numeric(),
      RetainDaysToKeep: numeric(),
      RetainLimitType: enumeration('Cycles', 'Days'),
    }),
  })

/** Copy jobs name what they copy: linked jobs, or everything in linked repositories (example documents of Job). */
const copyJobInfo = () =>
  struct({
    LinkedJobIncludes: list(
      'LinkedJobObject',
      struct({ ObjectInJobId: text(), LinkedJobUid: uid('Job') }),
    ),
    LinkedBackupIncludes: list(
      'LinkedBackupObject',
      struct({ ObjectInJobId: text(), LinkedBackupUid: uid('Backup') }),
    ),
    LinkedBackupRepositoryIncludes: list(
      'LinkedBackupRepository',
      struct({ ObjectInJobId: text(), LinkedBackupRepositoryUid: uid('Repository') }),
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
