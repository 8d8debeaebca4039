import { createObjectInJobSpec } from '../../resources/jobs/create-object-in-job-spec.ts'
import { linkedBackupRepositorySpec, linkedJobSpec } from '../../resources/jobs/linked-object-specs.ts'
import { job, linkedBackupRepository, linkedJob, objectInJob } from '../../resources/index.ts'
import { action, type Action, type Done } from '../core/action.ts'
import { keepChanged, type Changed } from './job-change.ts'
import { leftOut, withObject, withoutObject } from './job-includes.ts'
import { withLinkedJob, withLinkedRepository, withoutLink } from './job-links.ts'
import { leaveMachines } from './machines.ts'
import { jobOf } from './parts.ts'
import type { World } from '../core/simulation.ts'

const task = 'UpdateJob'

/** What a job works on: machines and vApps, or what a copy job copies (em_rest post_jobs_id_includes, …_linked_jobs, …_linked_repositories). */
export const jobObjectsActions: readonly Action[] = [
  action({
    method: 'POST', path: '/jobs/{Job}/includes', task,
    body: { name: 'CreateObjectInJobSpec', shape: createObjectInJobSpec() },
    check: ({ world, row, body }) => withObject(world, row(job), body),
    act: ({ world }, changed) => kept(world, changed),
  }),
  action({
    method: 'DELETE', path: '/jobs/{Job}/includes/{ObjectInJob}', task,
    check: ({ world, row }) => withoutObject(world, row(job), row(objectInJob).id),
    act: ({ world }, changed) => kept(world, changed),
  }),
  action({
    method: 'POST', path: '/jobs/{Job}/linkedJobs', task,
    body: { name: 'LinkedJobObject', names: ['LinkedJobObject', 'LinkedJob'], shape: linkedJobSpec() },
    check: ({ world, row, body }) => withLinkedJob(world, row(job), body.LinkedJobUid),
    act: ({ world }, changed) => kept(world, changed),
  }),
  action({
    method: 'DELETE', path: '/jobs/{Job}/linkedJobs/{LinkedJob}', task,
    check: ({ world, row }) => withoutLink(world, row(job), row(linkedJob).id),
    act: ({ world }, changed) => kept(world, changed),
  }),
  action({
    method: 'POST', path: '/jobs/{Job}/linkedBackupRepositories', task,
    body: {
      name: 'LinkedBackupRepository',
      names: ['LinkedBackupRepository', 'LinkedBackupRepositoryObject'],
      shape: linkedBackupRepositorySpec(),
    },
    check: ({ world, row, body }) => withLinkedRepository(world, row(job), body.LinkedBackupRepositoryUid),
    act: ({ world }, changed) => kept(world, changed),
  }),
  action({
    method: 'DELETE', path: '/jobs/{Job}/linkedBackupRepositories/{LinkedBackupRepository}', task,
    check: ({ world, row }) => withoutLink(world, row(job), row(linkedBackupRepository).id),
    act: ({ world }, changed) => kept(world, changed),
  }),
] // prettier-ignore

/** What a job does not hold any more is still there for others. */
function kept(world: World, changed: Changed): Done {
  const before = jobOf(world, changed.row.id)
  const gone = leftOut(world, changed)
  keepChanged(world, changed)
  leaveMachines(world, before, gone)
  return {}
}
