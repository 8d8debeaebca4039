import { actionLink, downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, dateTime, optional, text, boolean } from '../../model/shape.ts'
import { jobInfo } from './job-info-shape.ts'
import { scheduleOptionsShape } from './schedule-options-shape.ts'

const here = 'jobs'
const ordinary = { member: 'JobType', is: ['Backup', 'Replica'] }
const copying = { member: 'JobType', is: ['BackupCopy', 'ImmediateBackupCopy'] }
const sessions = [
  { ...downTo('BackupJobSessionReferenceList', `/${here}/{id}/backupSessions`), when: { member: 'JobType', is: ['Backup', 'BackupCopy', 'ImmediateBackupCopy'] } },
  { ...downTo('ReplicaJobSessionReferenceList', `/${here}/{id}/replicaSessions`), when: { member: 'JobType', is: ['Replica'] } },
] // prettier-ignore

export const job = defineResource({
  name: 'Job',
  plural: 'Jobs',
  place: 1,
  path: here,

  fields: {
    JobType: enumeration('Backup', 'BackupCopy', 'ImmediateBackupCopy', 'Replica'),
    Platform: enumeration('VMware', 'HyperV', 'vCloud', 'CustomPlatform'),
    Description: text(),
    ScheduleConfigured: boolean(),
    ScheduleEnabled: boolean(),
    NextRun: optional(dateTime()),
    JobScheduleOptions: scheduleOptionsShape(),
    JobInfo: jobInfo(),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference('Job', here),
    // As the real server does: this Edit link has a Name, and copy jobs have none (example documents of Job).
    { ...toReference('Job', here), rel: 'Edit', when: ordinary },
    actionLink('Clone', `/${here}/{id}?action=clone`),
    actionLink('ToggleScheduleEnabled', `/${here}/{id}?action=toggleScheduleEnabled`),
    { ...downTo('ObjectInJobList', `/${here}/{id}/includes`), when: ordinary },
    ...sessions,
    { ...downTo('ObjectInJob', `/${here}/{id}/includes`, 'Create'), when: ordinary },
    { ...actionLink('Start', `/${here}/{id}?action=start`), when: ordinary },
    { ...actionLink('Stop', `/${here}/{id}?action=stop`), when: ordinary },
    { ...actionLink('Retry', `/${here}/{id}?action=retry`), when: ordinary },
    { ...actionLink('Sync', `/${here}/{id}?action=sync`), when: copying },
    { ...downTo('LinkedJobObjectList', `/${here}/{id}/linkedJobs`), when: copying },
    {
      ...downTo('LinkedBackupRepositoryObjectList', `/${here}/{id}/linkedBackupRepositories`),
      when: copying,
    },
    { ...downTo('LinkedJobObject', `/${here}/{id}/linkedJobs`, 'Create'), when: copying },
    {
      ...downTo('LinkedBackupRepositoryObject', `/${here}/{id}/linkedBackupRepositories`, 'Create'),
      when: copying,
    },
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('Job', here), ...sessions],

  query: [
    'Description',
    'NextRun',
    'JobType',
    'Platform',
    'ScheduleConfigured',
    'ScheduleEnabled',
    ...namesOf('BackupServer'),
  ],
  collections: [
    { path: `/${here}`, onlyFor: ['Portal Administrator'] },
    { path: `/backupServers/{BackupServer}/${here}`, onlyFor: ['Portal Administrator'] },
  ],
})
