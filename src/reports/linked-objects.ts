import { refuse } from '../model/refusal.ts'
import { list, type Fields, type Shape } from '../model/shape.ts'
import { job } from '../resources/index.ts'
import { linkedBackupRepository, linkedJob } from '../resources/shapes/job-info.ts'
import type { Answer } from '../wire/answer.ts'
import { resourceShape } from '../wire/documents.ts'
import { upToJob, type Job } from './job-objects.ts'

type CopyJobInfo = NonNullable<Job['JobInfo']['BackupCopyJobInfo']>
interface Linked {
  readonly ObjectInJobId: string
}

/** What a copy job may copy. */
interface LinkedKind {
  /** Its place below the job. */
  readonly path: string
  readonly type: string
  readonly element: string
  readonly root: string
  readonly shape: Shape
  readonly listed: Shape
  readonly of: (info: CopyJobInfo) => readonly Linked[]
}

export const linkedKinds: readonly LinkedKind[] = [
  {
    path: 'linkedJobs',
    type: 'LinkedJobObject',
    root: 'LinkedJobResourceObjects',
    ...shapesOf('LinkedJobObject', 'LinkedJobObjects', linkedJob()),
    of: (info) => info.LinkedJobIncludes,
  },
  {
    path: 'linkedBackupRepositories',
    // As the real server does: the type and the element have different names (documented).
    type: 'LinkedBackupRepositoryObject',
    root: 'LinkedBackupRepositoryResourceObjects',
    ...shapesOf('LinkedBackupRepository', 'LinkedBackupRepositories', linkedBackupRepository()),
    of: (info) => info.LinkedBackupRepositoryIncludes,
  },
]

function shapesOf(element: string, plural: string, fields: Fields) {
  const shape = resourceShape(fields)
  return { element, shape, listed: list(element, shape, plural) }
}

/** `GET /jobs/{id}/linkedJobs`, `GET /jobs/{id}/linkedBackupRepositories`. A job that copies nothing has none. */
export const describeLinked = (kind: LinkedKind, row: Job): Answer => ({
  kind: 'document',
  isLasting: true,
  name: kind.root,
  shape: kind.listed,
  value: linkedIn(kind, row).map((object) => asResource(kind, row, object)),
})

/** One of them. Throws a 404 refusal if the job has no such object. */
export function describeLinkedOne(kind: LinkedKind, row: Job, id: string): Answer {
  const object = linkedIn(kind, row).find(({ ObjectInJobId }) => ObjectInJobId === id)
  if (object === undefined) throw refuse.notFound(kind.type, id)
  const value = asResource(kind, row, object)
  return { kind: 'document', isLasting: true, name: kind.element, shape: kind.shape, value }
}

function linkedIn(kind: LinkedKind, { JobInfo }: Job): readonly Linked[] {
  const info = JobInfo.BackupCopyJobInfo ?? JobInfo.ImmediateBackupCopyJobInfo
  return info === undefined ? [] : kind.of(info)
}

function asResource({ path, type }: LinkedKind, row: Job, object: Linked) {
  const Href = `/${job.path}/${row.id}/${path}/${object.ObjectInJobId}`
  // As the real server does: this Delete link has neither Name nor Type (documented).
  return { ...object, Links: [upToJob(row), { Rel: 'Delete', Href }], Href, Type: type }
}
