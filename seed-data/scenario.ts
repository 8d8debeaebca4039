// Room seed-data: estates in words. No code, no dates, no ids but written-down ones; it opens no door.

/** A story to start from. Times are relative, so it is as fresh tomorrow; all of it can be written as JSON. */
export interface Scenario {
  readonly name: string
  /** What is to be seen in it, in a sentence or two. */
  readonly says: string
  /** Where story time starts, for a story of one certain day: `2025-08-16T13:30:00Z`. */
  readonly now?: string
  readonly clock?: 'real' | 'frozen'
  /** How many days it has lived already. */
  readonly history?: { readonly days: number }
  readonly servers: readonly ServerStory[]
  readonly incidents?: readonly Incident[]
  readonly known?: readonly Known[]
  /** A multitude of sessions without tasks, for trying size. */
  readonly bulk?: Bulk
}

export interface ServerStory {
  readonly name: string
  readonly description?: string
  readonly version?: string
  readonly port?: number
  readonly repositories: readonly RepositoryStory[]
  readonly jobs?: readonly JobStory[]
}

export interface RepositoryStory {
  readonly name: string
  readonly kind: RepositoryKind
  /** Not for object storage, which has no end. */
  readonly capacityTb?: number
  readonly folder?: string
}

export type RepositoryKind =
  | 'WindowsLocal'
  | 'LinuxLocal'
  | 'CifsShare'
  | 'Nfs'
  | 'DDBoost'
  | 'ExaGrid'
  | 'Extendable'
  | 'AmazonS3Compatible'

export type JobType = 'Backup' | 'BackupCopy' | 'ImmediateBackupCopy' | 'AgentBackup' | 'NasBackup'
export type Platform = 'VMware' | 'HyperV' | 'AgentForWindows' | 'AgentForLinux'
export type Weekday =
  'Sunday' | 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday'

export interface JobStory {
  readonly name: string
  readonly description?: string
  readonly type: JobType
  readonly platform?: Platform
  readonly repository: string
  /** What it works on, by name, or how many; names are made up then. */
  readonly objects?: number | readonly ObjectStory[]
  /** The jobs that a copy job copies, by name. */
  readonly copies?: readonly string[]

  /** When it runs, UTC: one of these four, or never by itself. */
  readonly daily?: string
  readonly every?: string
  readonly monthly?: { readonly at: string; readonly week: Week; readonly day: Weekday }
  readonly after?: string
  /** The days that `daily` means; all of them if not given. */
  readonly on?: 'weekdays' | readonly Weekday[]
  readonly isDisabled?: boolean

  readonly habit?: HabitName
  /** How long a run usually takes. */
  readonly minutes?: number
  /** How often a failed run is tried again. */
  readonly retries?: number
  /** How much is kept: `14 points` or `30 days`. */
  readonly keep?: string
  /** So many jobs of this kind, numbered: `Job 01`, `Job 02`, … */
  readonly times?: number
}

export type Week = 'First' | 'Second' | 'Third' | 'Fourth' | 'Last'
export type ObjectStory =
  string | { readonly name: string; readonly gb?: number; readonly habit?: HabitName }
export type HabitName = 'perfect' | 'reliable' | 'moody' | 'troubled' | 'hopeless'

/**
 * What befell. Nights are counted back: -1 is the last one that is over, 0 the one that has begun or comes next; each
 * lasts from noon to noon, UTC.
 */
export type Incident =
  | {
      readonly kind: 'fails' | 'warns'
      readonly job: string
      /** One object of it; all of them if not given. */
      readonly object?: string
      readonly nights: readonly number[]
      /** How many attempts fare so, retries included; 1 if not given. */
      readonly attempts?: number
      readonly reason?: string
    }
  /** An operator started the job so long before now. */
  | { readonly kind: 'started'; readonly job: string; readonly minutesAgo: number }

/** The id of the session that a job's first run of a night makes. */
export interface Known {
  readonly id: string
  readonly job: string
  readonly night: number
}

export interface Bulk {
  readonly sessions: number
  readonly days: number
}
