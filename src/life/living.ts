import type { Instant } from '../clock/instant.ts'
import type { EntityOf } from '../model/resource.ts'
import type { backupJobSession, job } from '../resources/index.ts'

// What the world knows beside its rows. Plain data throughout, so that a world can be copied and written down; all of it
// immutable but the few runs under way, which count up.

export type Session = EntityOf<typeof backupJobSession>
export type ScheduleOptions = EntityOf<typeof job>['JobScheduleOptions']

export type JobKind = 'Backup' | 'BackupCopy' | 'ImmediateBackupCopy' | 'AgentBackup' | 'NasBackup'
/** How something ended, from good to bad. */
export const results = ['Success', 'Warning', 'Failed'] as const
export type Result = (typeof results)[number]
/** How often things end so, beside one another. */
type Habit = Readonly<Record<Result, number>>

/** Something a job works on: a machine, a computer, a share. */
export interface WorkObject {
  readonly name: string
  /** As task sessions and restore points call it: `urn:VMware:Vm:<root>.vm-62228`. */
  readonly uid: string
  readonly bytes: number
  readonly habit?: Habit
}

export interface Retention {
  readonly RetainCycles: number
  readonly RetainDaysToKeep: number
  readonly RetainLimitType: 'Cycles' | 'Days'
}

/** A job as something that runs: what its row does not say, and how far it is. */
export interface LivingJob {
  readonly id: string
  readonly name: string
  readonly kind: JobKind
  readonly platform: 'VMware' | 'HyperV' | 'AgentForLinux' | 'AgentForWindows' | 'CustomPlatform'
  /** What its sessions belong to. */
  readonly up: Readonly<
    { BackupServer: string } & Partial<Record<'Job' | 'AgentBackupJob' | 'NasJob', string>>
  >
  readonly repository: string
  /** The folder of its repository, with the separator at its end. */
  readonly folder: string
  readonly objects: readonly WorkObject[]
  /** The jobs that it copies. */
  readonly links: readonly string[]
  readonly habit: Habit
  /** How long a run usually takes. */
  readonly minutes: number
  readonly retention: Retention

  /** When the schedule runs it next. */
  readonly planned: Instant | undefined
  /** The job that it follows, as its options say. */
  readonly follows: string | undefined
  /** The session of the run under way. */
  readonly running: string | undefined
  /** The session of the run before. */
  readonly last: string | undefined
  /** Asked to start while it was running. */
  readonly isQueued: boolean
  /** Linked jobs that have something new to copy. */
  readonly pending: readonly string[]
}

/** What a run does one piece at a time: a task for an object, or a session of its own. */
export type Part =
  | { readonly of: 'task'; readonly object: WorkObject }
  | {
      readonly of: 'session'
      readonly type: Session['JobType']
      readonly name: string
      readonly objects: readonly WorkObject[]
    }

/** An object that got its restore point in this run. */
export interface Kept {
  readonly task: string
  readonly object: WorkObject
  readonly since: Instant
}

/** A session under way. */
export interface Run {
  readonly session: string
  readonly job: string
  /** The backup that it writes to, by name; none if its kind keeps no restore points. */
  readonly backup: string | undefined
  readonly parent: string | undefined
  /** 0 for the first, 1 for its first retry. */
  readonly attempt: number
  readonly since: Instant
  /** What its tasks belong to. */
  readonly taskUp: Readonly<{ BackupServer: string; BackupJobSession: string }>
  readonly parts: readonly Part[]
  opened: number
  done: number
  worst: Result
  message: string | undefined
  readonly failed: string[]
  readonly kept: Kept[]
}

/** A restore point in a backup's chain, with what has to go when it goes. */
export interface Point {
  readonly id: string
  readonly file: string
  readonly bytes: number
  readonly at: Instant
  readonly isFull: boolean
  readonly session: string
  readonly machines: readonly { readonly id: string; readonly task: string }[]
}

/** How a job, or one object of it, fares for a while, whatever its habit is. */
export interface FixedOutcome {
  readonly object?: string
  readonly from: Instant
  readonly until: Instant
  readonly result: Result
  readonly reason?: string
  /** How many attempts of one run it lasts; the retry after that fares as usual. */
  readonly attempts: number
}

/** An id that was written down beforehand for the first run that a job starts in that time. */
export interface KnownRun {
  readonly id: string
  readonly job: string
  readonly from: Instant
  readonly until: Instant
}

/** A sentence that a failure or warning is told in, with gaps such as `<vm>`. */
export interface Failure {
  readonly result: 'Warning' | 'Failed'
  readonly weight: number
  readonly text: string
  /** The kinds of job that say it; all if not given. */
  readonly of?: readonly JobKind[]
}
