import { habits, type Scenario } from '#seed-data'
import type { JobSpec, RepositorySpec, ServerSpec } from '#seed-data'
import { instantPattern } from '../../clock/instant.ts'
import { readSimulatedStart } from '../../clock/read-instant.ts'
import { timeOfDayPattern } from '../../clock/read-time-of-day.ts'
import { cloudShape } from '../cloud-connect/cloud-shape.ts'
import {
  array,
  boolean,
  discriminatedUnion,
  enumeration,
  integer,
  enumerationOf,
  name,
  number,
  object,
  optional,
  readable,
  string,
  union,
} from '../../json-schema/shape.ts'
import { weekdays } from '../../resources/jobs/calendar-shape.ts'

const time = string('a time of day, such as "22:00"', timeOfDayPattern)
const id = string('a GUID', /^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/)
/** Days that a past may have. */
const LONGEST = 366
const night = integer(-LONGEST, 0, `a night, such as -1 for the last, and ${-LONGEST} at the least`)
const day = enumeration(...weekdays)
const habit = enumerationOf(habits)

const repository = object<RepositorySpec>('a repository', {
  name,
  kind: enumeration(
    'WindowsLocal',
    'LinuxLocal',
    'CifsShare',
    'Nfs',
    'DDBoost',
    'ExaGrid',
    'Extendable',
    'AmazonS3Compatible',
  ),
  capacityTb: optional(number(0, 'a number of terabytes from 0 to 100000', 100_000)),
  folder: optional(string()),
})

const worked = union(
  name,
  object('an object', {
    name,
    gb: optional(number(0, 'a number of gigabytes from 0 to 1000000', 1e6)),
    habit: optional(habit),
    vApp: optional(name),
    masks: optional(array(string('a mask, such as "*.pdf"', /./))),
  }),
)

const job = object<JobSpec>('a job', {
  name,
  description: optional(string()),
  type: enumeration('Backup', 'BackupCopy', 'ImmediateBackupCopy', 'Replica', 'AgentBackup', 'NasBackup'),
  platform: optional(enumeration('VMware', 'HyperV', 'vCloud', 'AgentForWindows', 'AgentForLinux')),
  repository: name,
  objects: optional(union(integer(0, 1000, 'a number of objects from 0 to 1000'), array(worked))),
  copies: optional(array(name)),
  copiesRepositories: optional(array(name)),
  daily: optional(time),
  every: optional(string('a period, such as "4h" or "30m"', /^[1-9]\d*[hm]$/)),
  monthly: optional(
    object('a day of the month', {
      at: time,
      week: enumeration('First', 'Second', 'Third', 'Fourth', 'Last'),
      day,
    }),
  ),
  after: optional(name),
  on: optional(union(enumeration('weekdays'), array(day))),
  isDisabled: optional(boolean),
  madeDaysAgo: optional(number(0, 'a number of days from 0 to 3650', 3650)),
  habit: optional(habit),
  minutes: optional(number(0, 'a number of minutes from 0 to 10080', 7 * 24 * 60)),
  retries: optional(integer(0, 20, 'a number of retries from 0 to 20')),
  keep: optional(string('"14 points" or "30 days"', /^[1-9]\d* (points|days)$/)),
  times: optional(integer(1, 1000, 'a number of jobs from 1 to 1000')),
})

const server = object<ServerSpec>('a backup server', {
  name,
  description: optional(string()),
  version: optional(string('a version, such as "12.3.2.4465"', /^\d+(\.\d+)+$/)),
  port: optional(integer(1, 65_535, 'a port from 1 to 65535')),
  repositories: array(repository),
  isFlawless: optional(boolean),
  jobs: optional(array(job)),
  cloud: optional(cloudShape),
})

const fate = object('an incident', {
  kind: enumeration('fails', 'warns'),
  job: name,
  object: optional(name),
  nights: array(night),
  attempts: optional(integer(1, 21, 'a number of attempts from 1 to 21')),
  reason: optional(string()),
})
const start = object('an incident', {
  kind: enumeration('started'),
  job: name,
  minutesAgo: number(0, `a number of minutes from 0 to ${LONGEST * 1440}`, LONGEST * 1440),
})
const fill = object('an incident', {
  kind: enumeration('fills'),
  repository: name,
  night: optional(night),
  at: time,
})
const loss = object('an incident', {
  kind: enumeration('offline'),
  server: name,
  hoursAgo: number(0, `a number of hours from 0 to ${LONGEST * 24}`, LONGEST * 24),
})

const days = number(0, `a number of days from 0 to ${LONGEST}`, LONGEST)

export const scenarioShape = object<Scenario>('a scenario', {
  $schema: optional(string('where the schema of scenario files is')),
  name,
  says: optional(string()),
  now: optional(
    readable('a moment from 1970 to 2199, such as "2025-08-16T13:30:00Z"', instantPattern(9), readSimulatedStart),
  ),
  clock: optional(enumeration('real', 'frozen')),
  history: optional(object('a history', { days })),
  isProvider: optional(boolean),
  servers: array(server),
  incidents: optional(
    array(
      discriminatedUnion('an incident', 'kind', {
        fails: fate,
        warns: fate,
        started: start,
        fills: fill,
        offline: loss,
      }),
    ),
  ),
  known: optional(array(object('a known run', { id, job: name, night }))),
  bulk: optional(object('a bulk', { sessions: integer(0, 1e6, 'a number of sessions from 0 to 1000000'), days })),
})
