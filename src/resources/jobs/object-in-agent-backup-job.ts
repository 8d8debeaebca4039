import { defineResource, namesOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { objectInAgentBackupJobShape as fields, type AgentJobRow } from './agent-job-info-shape.ts'

const here = 'agents/jobs/{AgentBackupJob}/includes'

export const objectInAgentBackupJob = defineResource({
  name: 'ObjectInAgentBackupJob',
  plural: 'ObjectInAgentBackupJobs',
  path: here,
  keyless: { list: 'ObjectsInAgentBackupJob' },

  fields: fields(),
  up: { AgentBackupJob: 'AgentBackupJob', BackupServer: 'BackupServer' },
  inside: [{ resource: 'AgentBackupJob', rows: (row) => objectsIn(row as AgentJobRow) }],

  // As the real server does: nothing leads from it (example document of agents_jobs_id_includes_id).
  links: [],
  referenceLinks: [],

  query: [
    'DisplayName',
    ['JobUid', 'AgentBackupJob.UID'],
    ['JobName', 'AgentBackupJob.Name'],
    ...namesOf('BackupServer'),
  ],
  collections: [{ path: `/${here}` }],
  onlyFor: ['Portal Administrator'],
})

/** The computers and groups of computers that a job works on. */
const objectsIn = ({ id, up, JobInfo }: AgentJobRow): readonly Row[] =>
  JobInfo.Includes.map((object) => ({
    ...object,
    id: object.ObjectInJobId,
    up: { AgentBackupJob: id, BackupServer: up['BackupServer'] },
  }))
