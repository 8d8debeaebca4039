import { enumeration, ignored, inJson, list, numeric, optional, struct, text, boolean } from '../../model/shape.ts'

const paths = () => optional(list('Path', text()))
const appAware = () => enumeration('RequireSuccess', 'IgnoreFailures', 'Disabled')
const indexingMode = () =>
  enumeration('Disabled', 'EveryFolders', 'SpecifiedFolders', 'OnlySpecifiedFolders', 'ExceptSpecifiedFolders')

const indexing = () =>
  struct({
    FileSystemIndexingMode: optional(indexingMode()),
    IncludedIndexingFolders: paths(),
    ExcludedIndexingFolders: paths(),
  })

const logs = () => ({
  BackupLogsFrequencyMin: optional(numeric()),
  UseDbBackupRetention: optional(boolean()),
  RetainDays: optional(numeric()),
})

/** The options of a machine, as they are now and, in the first five, as they once were (example documents of both). */
const guestProcessingShape = () =>
  struct({
    AppAwareProcessingMode: optional(appAware()),
    ...optionalIndexing(),
    CredentialsId: optional(text()),
    VssSnapshotOptions: optional(
      struct({
        VssSnapshotMode: optional(appAware()),
        IsCopyOnly: optional(boolean()),
        UsePersistentGuestAgent: optional(boolean()),
      }),
    ),
    WindowsGuestFSIndexingOptions: optional(indexing()),
    LinuxGuestFSIndexingOptions: optional(indexing()),
    SqlBackupOptions: optional(
      struct({
        TransactionLogsProcessing: optional(enumeration('Never', 'OnlyOnSuccessJob', 'Backup')),
        ...logs(),
      }),
    ),
    WindowsCredentialsId: optional(text()),
    LinuxCredentialsId: optional(text()),
    FSFileExcludeOptions: optional(
      // As the real server does: in the plural in JSON (documented by examples of both).
      struct({
        BackupScope: optional(numeric()),
        IncludeList: inJson('IncludeLists', paths()),
        ExcludeList: inJson('ExcludeLists', paths()),
      }),
    ),
    OracleBackupOptions: optional(
      struct({
        BackupLogsEnabled: optional(boolean()),
        ...logs(),
        ArchivedLogsTruncation: optional(enumeration('ByAge', 'BySize')),
        ArchivedLogsMaxAgeHours: optional(numeric()),
        ArchivedLogsMaxSizeMb: optional(numeric()),
        SysdbaCredsId: optional(text()),
        ProxyAutoSelect: optional(boolean()),
      }),
    ),
  })

const optionalIndexing = () => indexing().fields

/** A machine or container that a job is to work on, by its reference or else by its name (em_rest post_jobs_id_includes). */
export const createObjectInJobSpec = () =>
  struct({
    HierarchyObjRef: optional(text()),
    HierarchyObjName: optional(text()),
    // Of objects as they are read, and of the schema of 9.0; older clients send both.
    DisplayName: ignored(text()),
    Order: ignored(numeric()),
    GuestProcessingOptions: optional(guestProcessingShape()),
  })
