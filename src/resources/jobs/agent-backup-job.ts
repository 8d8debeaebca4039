import { actionLink, downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, dateTime, optional, text, boolean } from '../../model/shape.ts'
import { agentJobInfo } from './agent-job-info-shape.ts'
import { scheduleOptionsShape } from './schedule-options-shape.ts'

const here = 'agents/jobs'
const sessions = downTo('BackupJobSessionReferenceList', `/${here}/{id}/backupSessions`)

export const agentBackupJob = defineResource({
  name: 'AgentBackupJob',
  plural: 'AgentBackupJobs',
  path: here,
  // As the real server does: the one container in the singular (recorded).
  container: 'AgentBackupJob',
  place: 31,

  fields: {
    JobType: enumeration('AgentBackup'),
    Platform: enumeration('AgentForLinux', 'AgentForWindows'),
    Description: text(),
    ScheduleConfigured: boolean(),
    ScheduleEnabled: boolean(),
    NextRun: optional(dateTime()),
    JobScheduleOptions: scheduleOptionsShape(),
    JobInfo: agentJobInfo(),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    // As the real server does: the two Alternate links call it a Job (example documents of AgentBackupJob).
    toReference('Job', here),
    downTo('ObjectInJobList', `/${here}/{id}/includes`),
    actionLink('ToggleScheduleEnabled', `/${here}/{id}?action=toggleScheduleEnabled`),
    sessions,
    actionLink('Start', `/${here}/{id}?action=start`),
    actionLink('Stop', `/${here}/{id}?action=stop`),
    actionLink('Retry', `/${here}/{id}?action=retry`),
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('Job', here), sessions],

  query: ['Description', 'JobType', 'Platform', 'ScheduleConfigured', 'ScheduleEnabled', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
