import { downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf, type LinkTo } from '../../model/resource.ts'
import { derived, enumeration, optional, text, boolean, uid } from '../../model/shape.ts'
import { jobRun, runNames } from '../sessions/run-shape.ts'

const here = 'replicaSessions'
/** Its name is the session's own, so it outlives the job. */
const upToJob: LinkTo = {
  rel: 'Up',
  type: 'JobReference',
  path: '/jobs/{Job}',
  name: { member: 'JobName' },
}
const parents = [upTo('BackupServer', 'backupServers'), upToJob]
// As the real server does: the path of task sessions lacks an l (documented by all examples).
const tasks = downTo('ReplicaTaskSessionReferenceList', `/${here}/{id}/repicaTaskSessions`)

export const replicaJobSession = defineResource({
  name: 'ReplicaJobSession',
  plural: 'ReplicaJobSessions',
  place: 11,
  path: here,
  naming: { by: 'run', of: 'JobName', at: 'CreationTimeUTC' },

  fields: {
    JobUid: uid('Job'),
    JobName: text(),
    JobType: enumeration('Replica'),
    ...jobRun(),
    FailureMessage: optional(text()),
    IsRetry: derived(boolean()),
  },
  up: { BackupServer: 'BackupServer', Job: 'Job' },

  links: [...parents, toReference('ReplicaJobSession', here), tasks],
  referenceLinks: [...parents, toEntity('ReplicaJobSession', here), tasks],

  query: ['JobType', 'JobUid', 'JobName', ...runNames, 'IsRetry', ...namesOf('BackupServer')],
  windowMember: 'CreationTimeUTC',
  collections: [{ path: `/${here}`, windowed: true }, { path: `/jobs/{Job}/${here}` }],
})
