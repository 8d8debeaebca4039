import { readInstant } from '../../src/clock/read-instant.ts'
import { nameOf } from '../../src/model/names.ts'
import type { EntityOf, Resource } from '../../src/model/resource.ts'
import type { Row } from '../../src/model/shape.ts'
import {
  resources,
  type backup,
  type backupFile,
  type backupJobSession,
  type backupServer,
  type backupTaskSession,
  type job,
  type repository,
  type restorePoint,
  type vmRestorePoint,
} from '../../src/resources/index.ts'
import type { LookUp } from '../../src/wire/links.ts'
import { guidOf } from './shapes.ts'

// A small estate of invented things, one row of each type, whose ids tell them apart.

const at = (text: string) => readInstant(text)!

const server = {
  id: guidOf(1),
  up: {},
  Name: 'vbr-porto.example.net',
  Description: '',
  Port: 9392,
  Version: '12.3.2.4465',
  WcfPort: 9405,
  VbrCertificateThumbprint: '5D1C0B7A99E2F3446B8A7C10D2E3F4A5B6C7D8E9',
  IpOrDnsName: 'vbr-porto.example.net',
} satisfies EntityOf<typeof backupServer>

const store = {
  id: guidOf(2),
  up: { BackupServer: server.id },
  Name: 'Cellar',
  Capacity: 4398046511104,
  FreeSpace: 1319413953331,
  Kind: 'LinuxLocal',
} satisfies EntityOf<typeof repository>

const hours = (Name: 'Sunday' | 'Monday') => ({ Name, Value: Array<string>(24).fill('1').join() })
const indexing = {
  FileSystemIndexingMode: 'ExceptSpecifiedFolders',
  IncludedIndexingFolders: [],
  ExcludedIndexingFolders: ['%windir%', 'C:\\R&D "old"'],
} as const
const guestProcessing = {
  VssSnapshotOptions: { VssSnapshotMode: 'IgnoreFailures', IsCopyOnly: false },
  WindowsGuestFSIndexingOptions: indexing,
  LinuxGuestFSIndexingOptions: {
    ...indexing,
    FileSystemIndexingMode: 'Disabled',
    ExcludedIndexingFolders: [],
  },
  SqlBackupOptions: {
    TransactionLogsProcessing: 'OnlyOnSuccessJob',
    BackupLogsFrequencyMin: 15,
    UseDbBackupRetention: true,
    RetainDays: 15,
  },
  WindowsCredentialsId: '',
  LinuxCredentialsId: '',
} as const

const mail = {
  id: guidOf(3),
  up: { BackupServer: server.id },
  Name: 'Mail & "Calendar"',
  JobType: 'Backup',
  Platform: 'VMware',
  Description: 'Nightly <full> on Sunday',
  ScheduleConfigured: true,
  ScheduleEnabled: true,
  NextRun: at('2025-08-17T01:15:00Z'),
  JobScheduleOptions: {
    Standart: {
      RetryOptions: { RetryTimes: 3, RetryTimeout: 10, RetrySpecified: true },
      WaitForBackupCompletion: false,
      BackupCompetitionWaitingPeriodMin: 180,
      OptionsDaily: {
        Kind: 'SelectedDays',
        Days: ['Sunday', 'Monday'],
        Time: at('2025-03-02T01:15:00Z'),
        TimeOffsetUtc: 0,
        Enabled: true,
      },
      OptionsMonthly: {
        Time: at('2025-03-02T22:00:00Z'),
        TimeOffsetUtc: 0,
        DayNumberInMonth: 'Fourth',
        DayOfWeek: 'Saturday',
        Months: [],
        DayOfMonth: 1,
        Enabled: false,
      },
      OptionsPeriodically: {
        Kind: 'Hours',
        FullPeriod: 1,
        Schedule: [hours('Sunday'), hours('Monday')],
        Enabled: false,
      },
      OptionsContinuous: { Schedule: [hours('Sunday')], Enabled: false },
      OptionsBackupWindow: { TimePeriods: [], Enabled: false },
      OptionsDaisyChaining: { PreviousJobUid: '', Enabled: false },
    },
  },
  JobInfo: {
    BackupJobInfo: {
      Includes: [
        {
          ObjectInJobId: guidOf(31),
          HierarchyObjRef: `urn:VMware:Vm:${guidOf(9)}.vm-21`,
          Name: 'mail01',
          DisplayName: 'mail01',
          GuestProcessingOptions: guestProcessing,
          Href: `/jobs/${guidOf(3)}/includes/${guidOf(31)}`,
          Type: 'ObjectInJob',
        },
      ],
      GuestProcessingOptions: guestProcessing,
      AdvancedStorageOptions: { PasswordKeyId: '' },
      GfsRetentionPolicy: {
        Weekly: { Enabled: true, RetentionPeriod: 4, SelectedDay: 'Sunday' },
        Monthly: { Enabled: false, RetentionPeriod: 1, SelectedWeek: 'First' },
        Yearly: { Enabled: false, RetentionPeriod: 1, SelectedMonth: 'January' },
        Enabled: true,
      },
      SimpleRetentionPolicy: { RetainCycles: 14, RetainDaysToKeep: 14, RetainLimitType: 'Days' },
    },
  },
} satisfies EntityOf<typeof job>

const chain = {
  id: guidOf(4),
  up: { Repository: store.id, BackupServer: server.id },
  Name: 'Mail',
  Platform: 'VMware',
  BackupType: 'Standard',
  JobUid: mail.id,
  JobName: mail.Name,
} satisfies EntityOf<typeof backup>

const file = {
  id: guidOf(5),
  up: { Backup: chain.id, BackupServer: server.id, RestorePoint: guidOf(6) },
  Name: 'mail01D2025-08-16T011512_4F2A.vib',
  FilePath: '/backup/mail/mail01D2025-08-16T011512_4F2A.vib',
  BackupSize: 8053063680,
  DataSize: 46948982784,
  DeduplicationRatio: 1,
  CompressRatio: 5.83,
  CreationTimeUtc: at('2025-08-16T01:15:12.5Z'),
  FileType: 'vib',
  Platform: 'VMware',
} satisfies EntityOf<typeof backupFile>

const point = {
  id: guidOf(6),
  up: { Backup: chain.id, BackupServer: server.id, BackupFile: file.id },
  BackupDateUTC: at('2025-08-16T01:15:12.48013Z'),
  Platform: 'VMware',
} satisfies EntityOf<typeof restorePoint>

const vmPoint = {
  id: guidOf(7),
  up: { BackupServer: server.id, RestorePoint: point.id, BackupFile: file.id },
  CreationTimeUTC: at('2025-08-16T01:16:02.104Z'),
  VmName: 'mail01',
  Algorithm: 'Incremental',
  PointType: 'Increment',
  HierarchyObjRef: `urn:VMware:Vm:${guidOf(9)}.vm-21`,
  VmDisplayName: 'mail01',
} satisfies EntityOf<typeof vmRestorePoint>

const session = {
  id: guidOf(8),
  up: { BackupServer: server.id, Job: mail.id },
  related: { RestorePoint: [point.id] },
  JobUid: mail.id,
  JobName: mail.Name,
  JobType: 'Backup',
  CreationTimeUTC: at('2025-08-16T01:15:03.389954Z'),
  EndTimeUTC: at('2025-08-16T01:41:55.62Z'),
  State: 'Stopped',
  Result: 'Warning',
  Progress: 100,
  IsRetry: false,
} satisfies EntityOf<typeof backupJobSession>

const taskSession = {
  id: guidOf(10),
  up: { BackupServer: server.id, BackupJobSession: session.id, VmRestorePoint: vmPoint.id },
  JobSessionUid: session.id,
  CreationTimeUTC: at('2025-08-16T01:15:40.07Z'),
  EndTimeUTC: at('2025-08-16T01:40:02Z'),
  State: 'Completed',
  Result: 'Warning',
  Reason: '',
  TotalSize: 46948982784,
  VmUid: `urn:VMware:Vm:${guidOf(9)}.vm-21`,
  VmDisplayName: 'mail01',
  JobUid: mail.id,
  JobName: mail.Name,
} satisfies EntityOf<typeof backupTaskSession>

/** A row of each type. */
export const estate = {
  BackupServer: server,
  Repository: store,
  Job: mail,
  Backup: chain,
  BackupFile: file,
  RestorePoint: point,
  VmRestorePoint: vmPoint,
  BackupJobSession: session,
  BackupTaskSession: taskSession,
} as const

/** The definition of a type; typed loosely, as what walks over all of them sees it. */
export const definition = (type: string): Resource => resources.find(({ name }) => name === type)!

/** Names what is in the estate; nothing else has a name. */
/** What is there beside, of which only the ids matter. */
const others: Readonly<Record<string, string>> = {
  AgentBackupJob: guidOf(40),
  BackupJobSession: guidOf(41),
}

export const lookUp: LookUp = (type, id) => {
  if (others[type] === id) return 'another'
  const row = (estate as Readonly<Record<string, Row>>)[type]
  return row?.id === id ? nameOf(row, definition(type).naming, 'postgresql') : undefined
}
