import type { ValueOf } from '../../model/shape.ts'
import type { guestProcessingShape as shape } from '../../resources/jobs/job-info-shape.ts'

export type GuestProcessing = ValueOf<ReturnType<typeof shape>>

const nothing = {
  FileSystemIndexingMode: 'Disabled',
  IncludedIndexingFolders: [],
  ExcludedIndexingFolders: [],
} as const

const sqlBackupOptions = {
  TransactionLogsProcessing: 'OnlyOnSuccessJob',
  BackupLogsFrequencyMin: 15,
  UseDbBackupRetention: true,
  RetainDays: 15,
} as const

/** What a job starts with (em_rest, example documents of Job). */
export const guestProcessing: GuestProcessing = {
  VssSnapshotOptions: { VssSnapshotMode: 'Disabled', IsCopyOnly: false },
  WindowsGuestFSIndexingOptions: nothing,
  LinuxGuestFSIndexingOptions: nothing,
  SqlBackupOptions: sqlBackupOptions,
  WindowsCredentialsId: '',
  LinuxCredentialsId: '',
}

/** What each object starts with (em_rest, example documents of Job). */
export const guestProcessingOfObject: GuestProcessing = {
  ...guestProcessing,
  VssSnapshotOptions: { VssSnapshotMode: 'RequireSuccess', IsCopyOnly: false },
  WindowsGuestFSIndexingOptions: {
    FileSystemIndexingMode: 'ExceptSpecifiedFolders',
    IncludedIndexingFolders: [],
    ExcludedIndexingFolders: ['%windir%', '%ProgramFiles%', '%ProgramFiles(x86)%', '%ProgramW6432%', '%TEMP%'],
  },
  LinuxGuestFSIndexingOptions: {
    FileSystemIndexingMode: 'ExceptSpecifiedFolders',
    IncludedIndexingFolders: [],
    ExcludedIndexingFolders: ['/cdrom', '/dev', '/media', '/mnt', '/proc', '/tmp', '/lost+found'],
  },
}

/** Replicas are made of copies only, and leave transaction logs alone (example document of Job). */
export const ofReplica = (options: GuestProcessing): GuestProcessing => ({
  ...options,
  VssSnapshotOptions: { ...options.VssSnapshotOptions, IsCopyOnly: true },
  SqlBackupOptions: { ...sqlBackupOptions, TransactionLogsProcessing: 'Never' },
})
