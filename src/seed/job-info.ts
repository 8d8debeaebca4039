import type { EntityOf } from '../model/resource.ts'
import type { Retention, WorkObject } from '../life/living.ts'
import type { job } from '../resources/index.ts'

type JobInfo = EntityOf<typeof job>['JobInfo']
type BackupJobInfo = NonNullable<JobInfo['BackupJobInfo']>
type CopyJobInfo = NonNullable<JobInfo['BackupCopyJobInfo']>
type GuestProcessing = BackupJobInfo['GuestProcessingOptions']

const nothing = {
  FileSystemIndexingMode: 'Disabled',
  IncludedIndexingFolders: [],
  ExcludedIndexingFolders: [],
} as const

export const guestProcessing: GuestProcessing = {
  VssSnapshotOptions: { VssSnapshotMode: 'Disabled', IsCopyOnly: false },
  WindowsGuestFSIndexingOptions: nothing,
  LinuxGuestFSIndexingOptions: nothing,
  SqlBackupOptions: {
    TransactionLogsProcessing: 'OnlyOnSuccessJob',
    BackupLogsFrequencyMin: 15,
    UseDbBackupRetention: true,
    RetainDays: 15,
  },
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
    ExcludedIndexingFolders: [
      '%windir%',
      '%ProgramFiles%',
      '%ProgramFiles(x86)%',
      '%ProgramW6432%',
      '%TEMP%',
    ],
  },
  LinuxGuestFSIndexingOptions: {
    FileSystemIndexingMode: 'ExceptSpecifiedFolders',
    IncludedIndexingFolders: [],
    ExcludedIndexingFolders: ['/cdrom', '/dev', '/media', '/mnt', '/proc', '/tmp', '/lost+found'],
  },
}

export const gfsRetentionPolicy: BackupJobInfo['GfsRetentionPolicy'] = {
  Weekly: { Enabled: false, RetentionPeriod: 1, SelectedDay: 'Sunday' },
  Monthly: { Enabled: false, RetentionPeriod: 1, SelectedWeek: 'First' },
  Yearly: { Enabled: false, RetentionPeriod: 1, SelectedMonth: 'January' },
  Enabled: false,
}

/** @param idOfObject the id that an object has within the job. */
export const backupJobInfo = (
  job: string,
  objects: readonly WorkObject[],
  retention: Retention,
  idOfObject: (name: string) => string,
): JobInfo => ({
  BackupJobInfo: {
    Includes: objects.map(({ name, uid }) => ({
      ObjectInJobId: idOfObject(name),
      HierarchyObjRef: uid,
      Name: name,
      DisplayName: name,
      GuestProcessingOptions: guestProcessingOfObject,
      Href: `/jobs/${job}/includes/${idOfObject(name)}`,
      Type: 'ObjectInJob',
    })),
    GuestProcessingOptions: guestProcessing,
    AdvancedStorageOptions: { PasswordKeyId: '' },
    GfsRetentionPolicy: gfsRetentionPolicy,
    SimpleRetentionPolicy: retention,
  },
})

/** @param linked the jobs that are copied. */
export function copyJobInfo(
  type: 'BackupCopy' | 'ImmediateBackupCopy',
  linked: readonly string[],
  idOfObject: (name: string) => string,
): JobInfo {
  const info: CopyJobInfo = {
    LinkedJobIncludes: linked.map((id) => ({ ObjectInJobId: idOfObject(id), LinkedJobUid: id })),
    LinkedBackupIncludes: [],
    LinkedBackupRepositoryIncludes: [],
  }
  return type === 'BackupCopy' ? { BackupCopyJobInfo: info } : { ImmediateBackupCopyJobInfo: info }
}
