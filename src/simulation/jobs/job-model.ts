import type { Instant } from '../../clock/instant.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import type { backupJobSession, backupTaskSession, job, replicaJobSession } from '../../resources/index.ts'

// What the world knows beside its rows. Plain data throughout, so that a world can be copied and written down; all of it
// immutable but the few runs under way, which count up.

type BackupSession = EntityOf<typeof backupJobSession>
type ReplicaSession = EntityOf<typeof replicaJobSession>
/** What the sessions of all kinds of job have in common. */
export type Session = Row &
  Omit<BackupSession, 'up' | 'JobType'> & {
    readonly JobType: BackupSession['JobType'] | ReplicaSession['JobType']
  }
/** The same of their tasks. */
export type Task = Row & Omit<EntityOf<typeof backupTaskSession>, 'up'>
export type ScheduleOptions = EntityOf<typeof job>['JobScheduleOptions']

export type JobKind = 'Backup' | 'BackupCopy' | 'ImmediateBackupCopy' | 'Replica' | 'AgentBackup' | 'NasBackup'
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
  /** The vApp that a machine in a cloud is part of. */
  readonly vApp?: { readonly name: string; readonly uid: string }
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
  readonly platform: 'VMware' | 'HyperV' | 'vCloud' | 'AgentForLinux' | 'AgentForWindows' | 'CustomPlatform'
  /** What its sessions belong to. */
  readonly up: Readonly<{ BackupServer: string } & Partial<Record<'Job' | 'AgentBackupJob' | 'NasJob', string>>>
  readonly repository: string
  /** The folder of its repository, with the separator at its end. */
  readonly folder: string
  /** What the folder of its backups in there is called, where that is not the backup's name. */
  readonly folderName?: string
  readonly objects: readonly WorkObject[]
  /** The jobs that it copies. */
  readonly links: readonly string[]
  /** The repositories whose backups of machines it copies. */
  readonly linkedRepositories: readonly string[]
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
  /** What a retry of that would be, if it has failed. */
  readonly retry?: Retry | undefined
  /** Asked to start while it was running. */
  readonly isQueued: boolean
  /** When a run of it last kept something. */
  readonly keptAt?: Instant
  /** It runs once, and is no job that anybody can see. */
  readonly isOnce?: boolean
  /** Linked jobs that have something new to copy. */
  readonly pending: readonly string[]
}

/** How far a job is that has never run and is not planned. */
export const atRest = {
  planned: undefined,
  follows: undefined,
  running: undefined,
  last: undefined,
  isQueued: false,
  pending: [],
} as const

/** What a run retries: how many attempts came before it, and the objects that failed. */
export interface Retry {
  readonly attempt: number
  readonly objects: readonly string[]
}

/** A run for some objects alone, because they failed, or because somebody wants a point of them between the others. */
export interface Limited extends Retry {
  readonly isQuick?: true
}

/** What a run does one piece at a time: a task for an object, or a session of its own. */
export type RunPart =
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

/** How a job's next runs end, whatever its habit is: somebody has asked for it. */
export interface ForcedOutcome {
  /** One object of it; all of them if not given. */
  readonly object?: string
  readonly result: Result
  readonly reason?: string
  /** How many runs, retries among them. */
  readonly times: number
}

/** A session under way. */
export interface Run {
  readonly session: string
  readonly job: string
  /** The backup or replica that it writes to, by name; none if its kind keeps no points. */
  readonly backup: string | undefined
  readonly parent: string | undefined
  /** 0 for the first, 1 for its first retry. */
  readonly attempt: number
  readonly since: Instant
  readonly order: ForcedOutcome | undefined
  /** What its tasks belong to. */
  readonly taskUp: Row['up']
  readonly parts: readonly RunPart[]
  opened: number
  done: number
  worst: Result
  /** It makes no full, is not tried again, and nothing follows it. */
  readonly isQuick: boolean
  /** Somebody has stopped it. */
  isStopped: boolean
  message: string | undefined
  readonly failed: string[]
  readonly kept: Kept[]
}
