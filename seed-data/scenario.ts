// Module seed-data: the built-in scenarios as plain data. No code, no dates, no ids but written-down ones.

/** A story to start from. Times are relative, so it is as fresh tomorrow; all of it can be written as JSON. */
export interface Scenario {
  /** Where editors find what may stand in the file. */
  readonly $schema?: string
  readonly name: string
  /** What is to be seen in it, in a sentence or two. */
  readonly says?: string
  /** Where simulated time starts, for a story of one certain day: `2025-08-16T13:30:00Z`. */
  readonly now?: string
  readonly clock?: 'real' | 'frozen'
  /** How many days it has lived already. */
  readonly history?: { readonly days: number }
  /** Whether it has a provider's license, which the logon document shows. */
  readonly isProvider?: boolean
  readonly servers: readonly ServerSpec[]
  readonly incidents?: readonly Incident[]
  readonly known?: readonly Known[]
  /** A multitude of sessions without tasks, for trying size. */
  readonly bulk?: Bulk
}

export interface ServerSpec {
  readonly name: string
  readonly description?: string
  readonly version?: string
  readonly port?: number
  readonly repositories: readonly RepositorySpec[]
  /** Restores on it, and what EM does for it by itself, never fail or warn. */
  readonly isFlawless?: boolean
  readonly jobs?: readonly JobSpec[]
  /** What it lends to tenants, when it is a provider's. */
  readonly cloud?: CloudSpec
}

/** What a provider lends: space in its repositories, and hosts to run replicas on. */
export interface CloudSpec {
  readonly gateways: readonly GatewaySpec[]
  readonly gatewayPools?: readonly GatewayPoolSpec[]
  readonly hardwarePlans?: readonly HardwarePlanSpec[]
  /** Addresses that tenants' machines are reached at after a failover: `203.0.113.20`. */
  readonly publicIpAddresses?: readonly PublicAddressSpec[]
  readonly tenants: readonly TenantSpec[]
}

export interface GatewaySpec {
  /** A DNS name or an address. */
  readonly name: string
  readonly description?: string
  readonly port?: number
  readonly isDisabled?: boolean
}

export interface GatewayPoolSpec {
  readonly name: string
  readonly description?: string
  readonly gateways: readonly string[]
}

export interface HardwarePlanSpec {
  readonly name: string
  readonly description?: string
  readonly platform: 'VMware' | 'HyperV'
  readonly cpuMhz?: number
  readonly memoryMb?: number
  readonly storageGb?: number
}

export interface PublicAddressSpec {
  readonly address: string
  /** The tenant that it is lent to. */
  readonly tenant?: string
}

export interface TenantSpec {
  readonly name: string
  readonly description?: string
  /** An account of Active Directory, in this domain; such tenants have no hardware plans and no subtenants. */
  readonly domain?: string
  /** A Cloud Director organization, by name. */
  readonly organization?: string
  readonly isDisabled?: boolean
  /** How many days its lease still runs; a number below 0 for one that is over. No lease if not given. */
  readonly leaseDays?: number
  /** How many hours ago it was last there; it never was if not given. */
  readonly activeHoursAgo?: number
  readonly lastResult?: 'Success' | 'Warning' | 'Failed'
  readonly maxTasks?: number
  /** Megabytes a second. */
  readonly throttleMBps?: number
  /** How many days deleted backups are kept from it. */
  readonly protectionDays?: number
  /** The gateway pools it may use, by name; whatever is in none if not given. */
  readonly gatewayPools?: readonly string[]
  readonly quotas?: readonly QuotaSpec[]
  readonly machines?: {
    readonly vms?: number
    readonly servers?: number
    readonly workstations?: number
  }
  /** The hardware plans it is subscribed to, by name. */
  readonly hardwarePlans?: readonly string[]
  /** The machines that it replicates to its first hardware plan, by name. */
  readonly replicas?: readonly string[]
  /** Its plans for a failover of those machines. */
  readonly failoverPlans?: readonly {
    readonly name: string
    readonly machines: readonly string[]
  }[]
  readonly subtenants?: readonly SubtenantSpec[]
}

export interface QuotaSpec {
  /** What the tenant knows it as. */
  readonly name: string
  readonly repository: string
  readonly gb: number
  readonly usedGb?: number
}

export interface SubtenantSpec {
  readonly name: string
  readonly description?: string
  readonly isDisabled?: boolean
  /** Of the tenant's first quota; no limit if not given. */
  readonly quotaGb?: number
  readonly usedGb?: number
}

export interface RepositorySpec {
  readonly name: string
  readonly kind: RepositoryKind
  /** Not for object storage, which has no end. */
  readonly capacityTb?: number
  readonly folder?: string
}

export type RepositoryKind =
  'WindowsLocal' | 'LinuxLocal' | 'CifsShare' | 'Nfs' | 'DDBoost' | 'ExaGrid' | 'Extendable' | 'AmazonS3Compatible'

export type JobType = 'Backup' | 'BackupCopy' | 'ImmediateBackupCopy' | 'Replica' | 'AgentBackup' | 'NasBackup'
export type Platform = 'VMware' | 'HyperV' | 'vCloud' | 'AgentForWindows' | 'AgentForLinux'
export type Weekday = 'Sunday' | 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday'

export interface JobSpec {
  readonly name: string
  readonly description?: string
  readonly type: JobType
  readonly platform?: Platform
  readonly repository: string
  /** What it works on, by name, or how many; names are made up then. */
  readonly objects?: number | readonly ObjectSpec[]
  /** The jobs that a copy job copies, by name. */
  readonly copies?: readonly string[]
  /** The repositories whose backups of machines a copy job copies, by name. */
  readonly copiesRepositories?: readonly string[]

  /** When it runs, UTC: one of these four, or never by itself. */
  readonly daily?: string
  readonly every?: string
  readonly monthly?: { readonly at: string; readonly week: Week; readonly day: Weekday }
  readonly after?: string
  /** The days that `daily` means; all of them if not given. */
  readonly on?: 'weekdays' | readonly Weekday[]
  readonly isDisabled?: boolean
  /** How long it has run by itself; since the history begins if not given. Immediate copies run since what they copy does. */
  readonly madeDaysAgo?: number

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
export type ObjectSpec =
  | string
  | {
      readonly name: string
      readonly gb?: number
      readonly habit?: HabitName
      /** The vApp that a machine of a vCloud job is part of, by name. */
      readonly vApp?: string
      /** The files that a NAS job saves of a share, such as `*.pdf`; all of them if not given. */
      readonly masks?: readonly string[]
    }
export type HabitName = 'perfect' | 'reliable' | 'moody' | 'troubled' | 'ailing' | 'hopeless'

/**
 * What befell. Nights are counted back: -1 is the one that began last, at whatever hour it is asked, 0 the one that comes
 * next. Each lasts from noon to noon, UTC, and has begun when it is 18:00.
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
  /** Somebody else's files filled the repositories of that name, at that time of the night, UTC; and there they stay. */
  | {
      readonly kind: 'fills'
      readonly repository: string
      /** Left out, the last time that the clock said `at`. */
      readonly night?: number
      readonly at: string
    }
  /** EM has not reached the backup server for so long: its jobs are shown as they were then, and collecting fails. */
  | { readonly kind: 'offline'; readonly server: string; readonly hoursAgo: number }

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
