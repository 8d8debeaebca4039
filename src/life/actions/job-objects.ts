import { createObjectInJobSpec } from '../../resources/bodies/create-object-in-job-spec.ts'
import { linkedBackupRepositorySpec, linkedJobSpec } from '../../resources/bodies/linked-object.ts'
import { job, linkedBackupRepository, linkedJob, objectInJob } from '../../resources/index.ts'
import { action, type Action, type Done } from '../action.ts'
import { keepChanged, type Changed } from '../job-change.ts'
import { leftOut, withObject, withoutObject } from '../job-includes.ts'
import { withLinkedJob, withLinkedRepository, withoutLink } from '../job-links.ts'
import { leaveMachines } from '../machines.ts'
import { jobOf } from '../parts.ts'
import type { World } from '../world.ts'

const task = 'UpdateJob'

/** What a job works on: machines and vApps, or what a copy job copies (em_rest post_jobs_id_includes, …_linked_jobs, …_linked_repositories). */
export const jobObjectActions: readonly Action[] = [
  action({
    method: 'POST', path: '/jobs/{Job}/includes', task,
    body: { name: 'CreateObjectInJobSpec', shape: createObjectInJobSpec() },
    check: (doing) => { withObject(doing.world, doing.row(job), doing.body) },
    act: (doing) => kept(doing.world, withObject(doing.world, doing.row(job), doing.body)),
  }),
  action({
    method: 'DELETE', path: '/jobs/{Job}/includes/{ObjectInJob}', task,
    check: (doing) => { withoutObject(doing.world, doing.row(job), doing.row(objectInJob).id) },
    act: (doing) => kept(doing.world, withoutObject(doing.world, doing.row(job), doing.row(objectInJob).id)),
  }),
  action({
    method: 'POST', path: '/jobs/{Job}/linkedJobs', task,
    body: { name: 'LinkedJobObject', names: ['LinkedJobObject', 'LinkedJob'], shape: linkedJobSpec() },
    check: (doing) => { withLinkedJob(doing.world, doing.row(job), doing.body.LinkedJobUid) },
    act: (doing) => kept(doing.world, withLinkedJob(doing.world, doing.row(job), doing.body.LinkedJobUid)),
  }),
  action({
    method: 'DELETE', path: '/jobs/{Job}/linkedJobs/{LinkedJob}', task,
    check: (doing) => { withoutLink(doing.world, doing.row(job), doing.row(linkedJob).id) },
    act: (doing) => kept(doing.world, withoutLink(doing.world, doing.row(job), doing.row(linkedJob).id)),
  }),
  action({
    method: 'POST', path: '/jobs/{Job}/linkedBackupRepositories', task,
    body: {
      name: 'LinkedBackupRepository',
      names: ['LinkedBackupRepository', 'LinkedBackupRepositoryObject'],
      shape: linkedBackupRepositorySpec(),
    },
    check: (doing) => { withLinkedRepository(doing.world, doing.row(job), doing.body.LinkedBackupRepositoryUid) },
    act: (doing) => kept(doing.world, withLinkedRepository(doing.world, doing.row(job), doing.body.LinkedBackupRepositoryUid)),
  }),
  action({
    method: 'DELETE', path: '/jobs/{Job}/linkedBackupRepositories/{LinkedBackupRepository}', task,
    check: (doing) => { withoutLink(doing.world, doing.row(job), doing.row(linkedBackupRepository).id) },
    act: (doing) => kept(doing.world, withoutLink(doing.world, doing.row(job), doing.row(linkedBackupRepository).id)),
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
