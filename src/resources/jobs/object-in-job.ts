import { upToEntity } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import type { LinkTo } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import type { CdpPolicyRow } from '../cdp/cdp-policy-shape.ts'
import { objectInJobShape as fields, type JobRow, type ObjectInJob } from './job-info-shape.ts'
import { noId } from '../../model/names.ts'

const here = 'jobs/{Job}/includes'
const inPolicy = 'cdpPolicies/{CdpPolicy}/includes'
const name = 'ObjectInJob'

export const objectInJob = defineResource({
  name,
  plural: 'ObjectInJobs',
  path: here,
  aliases: [inPolicy],
  // As the real server does: this plural in XML, the other in JSON, and yet another in queries (documented, recorded).
  keyless: { list: 'ObjectsInJob' },
  container: 'sInObjectJob',

  fields: fields(),
  up: { Job: 'Job', CdpPolicy: 'CdpPolicy', BackupServer: 'BackupServer' },
  inside: [
    { resource: 'Job', rows: (row) => ofJob(row as JobRow) },
    { resource: 'CdpPolicy', rows: (row) => ofPolicy(row as CdpPolicyRow) },
  ],

  links: [
    ...[here, inPolicy].map((path): LinkTo => ({
      rel: 'Delete',
      type: name,
      path: `/${path}/{id}`,
      name: 'own',
    })),
    upToEntity('Job', 'jobs'),
    upToEntity('CdpPolicy', 'cdpPolicies'),
  ],
  referenceLinks: [],

  query: [...namesOf('Job'), ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }, { path: `/${inPolicy}` }],
  onlyFor: ['Portal Administrator'],
})

/** The machines and containers that a job works on. A copy job has none: what it copies is linked. */
function ofJob({ id, up, JobInfo }: JobRow): readonly Row[] {
  const { BackupServer } = up
  const { Includes = [] } = JobInfo.BackupJobInfo ?? JobInfo.ReplicaJobInfo ?? {}
  return Includes.map((object) => asRow(object, { Job: id, BackupServer }))
}

function ofPolicy({ id, up, CdpPolicyInfo }: CdpPolicyRow): readonly Row[] {
  const { BackupServer } = up
  const { Includes } = CdpPolicyInfo.CdpReplicaPolicyInfo
  return Includes.map((object) => asRow(object, { CdpPolicy: id, BackupServer }))
}

function asRow({ GuestProcessingOptions, ...members }: ObjectInJob, up: Row['up']) {
  const { WindowsCredentialsId, LinuxCredentialsId } = GuestProcessingOptions
  return {
    ...members,
    id: members.ObjectInJobId,
    up,
    // As the real server does: no credentials are a GUID of zeros here, and nothing within a Job (examples of both).
    GuestProcessingOptions: {
      ...GuestProcessingOptions,
      WindowsCredentialsId: WindowsCredentialsId || noId,
      LinuxCredentialsId: LinuxCredentialsId || noId,
    },
  }
}
