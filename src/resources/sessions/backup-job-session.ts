import { actionLink, downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf, type LinkTo } from '../../model/resource.ts'
import { derived, enumeration, optional, text, boolean, uid } from '../../model/shape.ts'
import { jobRun, runNames } from './run-shape.ts'

const here = 'backupSessions'
const agents = ['AgentBackup', 'AgentManagement']

/**
 * The job, where jobs of its kind live. Its name is the session's own, so it outlives the job. As the real server does: a NAS
 * job is said to be among all others (recorded on 10).
 */
const upToJob = (role: string, path: string): LinkTo => ({
  rel: 'Up',
  type: 'JobReference',
  path: `/${path}/{${role}}`,
  name: { member: 'JobName' },
})
const parents = [
  upTo('BackupServer', 'backupServers'),
  upToJob('Job', 'jobs'),
  upToJob('AgentBackupJob', 'agents/jobs'),
  upToJob('NasJob', 'jobs'),
]
/** As the real server does: computers' sessions name their parent so (example document of agentManagementSessions). */
const upToParent: LinkTo = {
  rel: 'Up',
  type: 'BackupJobSessionReference',
  path: `/${here}/{ParentSession}`,
  name: { words: 'Parent session' },
}
const toComputers: LinkTo = {
  ...downTo('BackupJobSessionReferenceList', `/${here}/{id}/agentManagementSessions`, 'Alternate'),
  when: { member: 'JobType', is: ['AgentBackup'] },
}

export const backupJobSession = defineResource({
  name: 'BackupJobSession',
  plural: 'BackupJobSessions',
  place: 10,
  path: here,
  naming: { by: 'run', of: 'JobName', at: 'CreationTimeUTC' },

  fields: {
    JobUid: uid('Job'),
    JobName: text(),
    JobType: enumeration(
      'Backup',
      'BackupCopy',
      'ImmediateBackupCopy',
      'ImmediateBackupCopyWorker',
      'AgentBackup',
      'AgentManagement',
      'NasBackup',
    ),
    ...jobRun(),
    FailureMessage: optional(text()),
    IsRetry: derived(boolean()),
  },
  up: {
    BackupServer: 'BackupServer',
    Job: 'Job',
    AgentBackupJob: 'AgentBackupJob',
    NasJob: 'NasJob',
    ParentSession: 'BackupJobSession',
  },

  links: [
    ...parents,
    upToParent,
    toReference('BackupJobSession', here),
    toComputers,
    downTo('BackupTaskSessionReferenceList', `/${here}/{id}/taskSessions`),
    // As the real server does: stopped sessions offer Stop too (recorded).
    actionLink('Stop', `/${here}/{id}?action=stop`),
    { rel: 'Related', type: 'RestorePointReference', path: '/restorePoints/{RestorePoint}', name: { role: 'RestorePoint' }, each: 'RestorePoint' },
  ], // prettier-ignore
  referenceLinks: [
    ...parents,
    upToParent,
    toComputers,
    toEntity('BackupJobSession', here),
    downTo('BackupTaskSessionReferenceList', `/${here}/{id}/taskSessions`),
  ],

  query: ['JobType', 'JobUid', 'JobName', ...runNames, 'IsRetry', ...namesOf('BackupServer')],
  windowMember: 'CreationTimeUTC',
  collections: [
    { path: `/${here}`, windowed: true },
    { path: `/jobs/{Job}/${here}` },
    { path: `/agents/jobs/{AgentBackupJob}/${here}` },
    { path: `/nas/jobs/{NasJob}/${here}`, windowed: true },
    { path: `/${here}/{ParentSession}/agentManagementSessions`, windowed: true },
    { path: `/agents/${here}`, windowed: true, where: { member: 'JobType', is: agents } },
    { path: `/nas/${here}`, windowed: true, where: { member: 'JobType', is: ['NasBackup'] } },
  ],
})
