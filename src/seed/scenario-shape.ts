import { habits, type Scenario } from '#seed-data'
import type { JobStory, RepositoryStory, ServerStory } from '#seed-data'
import { cloudShape } from './cloud-shape.ts'
import {
  byWord,
  either,
  list,
  maybe,
  members,
  name,
  number,
  text,
  truth,
  word,
} from '../json/shape.ts'

const time = text('a time of day, such as "22:00"', /^([01]\d|2[0-3]):[0-5]\d$/)
const id = text('a GUID', /^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/)
const night = number(-Infinity, 'a night, such as -1 for the last')
const day = word('Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday')
const habit = word(...Object.keys(habits))

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
  capacityTb: maybe(number(0)),
  folder: maybe(text()),
})

const object = either(
  name,
  members('an object', {
    name,
    gb: maybe(number(0)),
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
  objects: maybe(either(number(0, 'a number of objects'), list(object))),
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
  madeDaysAgo: maybe(number(0)),
  habit: maybe(habit),
  minutes: maybe(number(0)),
  retries: maybe(number(0)),
  keep: maybe(text('"14 points" or "30 days"', /^[1-9]\d* (points|days)$/)),
  times: maybe(number(1)),
})

const server = members<ServerStory>('a backup server', {
  name,
  description: maybe(text()),
  version: maybe(text('a version, such as "12.3.2.4465"', /^\d+(\.\d+)+$/)),
  port: maybe(number(1)),
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
  attempts: maybe(number(1)),
  reason: maybe(text()),
})
const start = members('an incident', { kind: word('started'), job: name, minutesAgo: number(0) })
const fill = members('an incident', {
  kind: word('fills'),
  repository: name,
  night: maybe(night),
  at: time,
})
const loss = members('an incident', { kind: word('offline'), server: name, hoursAgo: number(0) })

export const scenarioShape = members<Scenario>('a scenario', {
  name,
  says: text(),
  now: maybe(
    text('a moment, such as "2025-08-16T13:30:00Z"', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
  ),
  clock: maybe(word('real', 'frozen')),
  history: maybe(members('a history', { days: number(0) })),
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
  bulk: maybe(members('a bulk', { sessions: number(0), days: number(0) })),
})
