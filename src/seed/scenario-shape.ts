import { habits, type Scenario } from '#seed-data'
import type { JobStory, RepositoryStory, ServerStory } from '#seed-data'
import { readStoryStart } from '../clock/read-instant.ts'
import { cloudShape } from './cloud-shape.ts'
import {
  byWord,
  either,
  list,
  maybe,
  members,
  name,
  nameIn,
  number,
  readable,
  text,
  truth,
  whole,
  word,
} from '../json/shape.ts'

const time = text('a time of day, such as "22:00"', /^([01]\d|2[0-3]):[0-5]\d$/)
const id = text('a GUID', /^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/)
/** Days that a past may have. */
const LONGEST = 366
const night = whole(-LONGEST, 0, `a night, such as -1 for the last, and ${-LONGEST} at the least`)
const day = word('Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday')
const habit = nameIn(habits)

const repository = members<RepositoryStory>('a repository', {
  name,
  kind: word(
    'WindowsLocal',
    'LinuxLocal',
    'CifsShare',
    'Nfs',
    'DDBoost',
    'ExaGrid',
    'Extendable',
    'AmazonS3Compatible',
  ),
  capacityTb: maybe(number(0, 'a number of terabytes from 0 to 100000', 100_000)),
  folder: maybe(text()),
})

const object = either(
  name,
  members('an object', {
    name,
    gb: maybe(number(0, 'a number of gigabytes from 0 to 1000000', 1e6)),
    habit: maybe(habit),
    vApp: maybe(name),
    masks: maybe(list(text('a mask, such as "*.pdf"', /./))),
  }),
)

const job = members<JobStory>('a job', {
  name,
  description: maybe(text()),
  type: word('Backup', 'BackupCopy', 'ImmediateBackupCopy', 'Replica', 'AgentBackup', 'NasBackup'),
  platform: maybe(word('VMware', 'HyperV', 'vCloud', 'AgentForWindows', 'AgentForLinux')),
  repository: name,
  objects: maybe(either(whole(0, 1000, 'a number of objects from 0 to 1000'), list(object))),
  copies: maybe(list(name)),
  copiesRepositories: maybe(list(name)),
  daily: maybe(time),
  every: maybe(text('a period, such as "4h" or "30m"', /^[1-9]\d*[hm]$/)),
  monthly: maybe(
    members('a day of the month', {
      at: time,
      week: word('First', 'Second', 'Third', 'Fourth', 'Last'),
      day,
    }),
  ),
  after: maybe(name),
  on: maybe(either(word('weekdays'), list(day))),
  isDisabled: maybe(truth),
  madeDaysAgo: maybe(number(0, 'a number of days from 0 to 3650', 3650)),
  habit: maybe(habit),
  minutes: maybe(number(0, 'a number of minutes from 0 to 10080', 7 * 24 * 60)),
  retries: maybe(whole(0, 20, 'a number of retries from 0 to 20')),
  keep: maybe(text('"14 points" or "30 days"', /^[1-9]\d* (points|days)$/)),
  times: maybe(whole(1, 1000, 'a number of jobs from 1 to 1000')),
})

const server = members<ServerStory>('a backup server', {
  name,
  description: maybe(text()),
  version: maybe(text('a version, such as "12.3.2.4465"', /^\d+(\.\d+)+$/)),
  port: maybe(whole(1, 65_535, 'a port from 1 to 65535')),
  repositories: list(repository),
  isFlawless: maybe(truth),
  jobs: maybe(list(job)),
  cloud: maybe(cloudShape),
})

const fate = members('an incident', {
  kind: word('fails', 'warns'),
  job: name,
  object: maybe(name),
  nights: list(night),
  attempts: maybe(whole(1, 21, 'a number of attempts from 1 to 21')),
  reason: maybe(text()),
})
const start = members('an incident', {
  kind: word('started'),
  job: name,
  minutesAgo: number(0, `a number of minutes from 0 to ${LONGEST * 1440}`, LONGEST * 1440),
})
const fill = members('an incident', {
  kind: word('fills'),
  repository: name,
  night: maybe(night),
  at: time,
})
const loss = members('an incident', {
  kind: word('offline'),
  server: name,
  hoursAgo: number(0, `a number of hours from 0 to ${LONGEST * 24}`, LONGEST * 24),
})

const days = number(0, `a number of days from 0 to ${LONGEST}`, LONGEST)

export const scenarioShape = members<Scenario>('a scenario', {
  $schema: maybe(text('where the schema of scenario files is')),
  name,
  says: maybe(text()),
  now: maybe(
    readable(
      'a moment from 1970 to 2199, such as "2025-08-16T13:30:00Z"',
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/,
      readStoryStart,
    ),
  ),
  clock: maybe(word('real', 'frozen')),
  history: maybe(members('a history', { days })),
  isProvider: maybe(truth),
  servers: list(server),
  incidents: maybe(
    list(
      byWord('an incident', 'kind', {
        fails: fate,
        warns: fate,
        started: start,
        fills: fill,
        offline: loss,
      }),
    ),
  ),
  known: maybe(list(members('a known run', { id, job: name, night }))),
  bulk: maybe(
    members('a bulk', { sessions: whole(0, 1e6, 'a number of sessions from 0 to 1000000'), days }),
  ),
})
