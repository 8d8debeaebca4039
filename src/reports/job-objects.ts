import { refuse } from '../model/refusal.ts'
import type { EntityOf } from '../model/resource.ts'
import { list } from '../model/shape.ts'
import { job } from '../resources/index.ts'
import { objectInJob } from '../resources/shapes/job-info.ts'
import type { Answer } from '../wire/answer.ts'
import { resourceShape } from '../wire/documents.ts'

export type Job = EntityOf<typeof job>
type ObjectInJob = NonNullable<Job['JobInfo']['BackupJobInfo']>['Includes'][number]

export const OBJECT_IN_JOB = 'ObjectInJob'

const shape = resourceShape(objectInJob())
const listed = list(OBJECT_IN_JOB, shape)

/** `GET /jobs/{id}/includes`. A copy job has none: what it copies is linked. */
export const describeObjects = (row: Job): Answer => ({
  kind: 'document',
  isLasting: true,
  // As the real server does: this plural in XML, `ObjectInJobs` in JSON (documented; clients read it).
  name: 'ObjectsInJob',
  shape: listed,
  value: objectsIn(row).map((object) => asResource(row, object)),
})

/** `GET /jobs/{id}/includes/{id}`. Throws a 404 refusal if the job has no such object. */
export function describeObject(row: Job, id: string): Answer {
  const object = objectsIn(row).find(({ ObjectInJobId }) => ObjectInJobId === id)
  if (object === undefined) throw refuse.notFound(OBJECT_IN_JOB, id)
  const value = asResource(row, object)
  return { kind: 'document', isLasting: true, name: OBJECT_IN_JOB, shape, value }
}

/** The machines and containers that a job works on. */
export const objectsIn = ({ JobInfo }: Job): readonly ObjectInJob[] =>
  JobInfo.BackupJobInfo?.Includes ?? []

export const upToJob = ({ id, Name }: Job) => ({
  Rel: 'Up',
  Href: `/${job.path}/${id}?format=Entity`,
  Name,
  Type: job.name,
})

const asResource = (row: Job, object: ObjectInJob) => ({
  ...object,
  GuestProcessingOptions: withCredentials(object.GuestProcessingOptions),
  Links: [
    { Rel: 'Delete', Href: object.Href, Name: object.Name, Type: OBJECT_IN_JOB },
    upToJob(row),
  ],
})

const nobody = '00000000-0000-0000-0000-000000000000'

/** As the real server does: no credentials are a GUID of zeros here, and nothing within a Job (examples of both). */
const withCredentials = (options: ObjectInJob['GuestProcessingOptions']) => ({
  ...options,
  WindowsCredentialsId: options.WindowsCredentialsId || nobody,
  LinuxCredentialsId: options.LinuxCredentialsId || nobody,
})
