import { createObjectInJobSpec } from '../../resources/jobs/create-object-in-job-spec.ts'
import { linkedBackupRepositorySpec, linkedJobSpec } from '../../resources/jobs/linked-object-specs.ts'
import { job, linkedBackupRepository, linkedJob, objectInJob } from '../../resources/index.ts'
import { action, type Action, type Done } from '../core/action.ts'
import { keepChanged, type Changed } from './job-change.ts'
import { leftOut, withObject, withoutObject } from './job-includes.ts'
import { withLinkedJob, withLinkedRepository, withoutLink } from './job-links.ts'
import { leaveMachines } from './machines.ts'
import { jobOf } from './parts.ts'
import type { Simulation } from '../core/simulation.ts'

const task = 'UpdateJob'

/** What a job works on: machines and vApps, or what a copy job copies (em_rest post_jobs_id_includes, …_linked_jobs, …_linked_repositories). */
export const jobObjectsActions: readonly Action[] = [
  action({
    method: 'POST', path: '/jobs/{Job}/includes', task,
    body: { name: 'CreateObjectInJobSpec', shape: createObjectInJobSpec() },
    check: ({ simulation, row, body }) => withObject(simulation, row(job), body),
    act: ({ simulation }, changed) => kept(simulation, changed),
  }),
  action({
    method: 'DELETE', path: '/jobs/{Job}/includes/{ObjectInJob}', task,
    check: ({ simulation, row }) => withoutObject(simulation, row(job), row(objectInJob).id),
    act: ({ simulation }, changed) => kept(simulation, changed),
  }),
  action({
    method: 'POST', path: '/jobs/{Job}/linkedJobs', task,
    body: { name: 'LinkedJobObject', names: ['LinkedJobObject', 'LinkedJob'], shape: linkedJobSpec() },
    check: ({ simulation, row, body }) => withLinkedJob(simulation, row(job), body.LinkedJobUid),
    act: ({ simulation }, changed) => kept(simulation, changed),
  }),
  action({
    method: 'DELETE', path: '/jobs/{Job}/linkedJobs/{LinkedJob}', task,
    check: ({ simulation, row }) => withoutLink(simulation, row(job), row(linkedJob).id),
    act: ({ simulation }, changed) => kept(simulation, changed),
  }),
  action({
    method: 'POST', path: '/jobs/{Job}/linkedBackupRepositories', task,
    body: {
      name: 'LinkedBackupRepository',
      names: ['LinkedBackupRepository', 'LinkedBackupRepositoryObject'],
      shape: linkedBackupRepositorySpec(),
    },
    check: ({ simulation, row, body }) => withLinkedRepository(simulation, row(job), body.LinkedBackupRepositoryUid),
    act: ({ simulation }, changed) => kept(simulation, changed),
  }),
  action({
    method: 'DELETE', path: '/jobs/{Job}/linkedBackupRepositories/{LinkedBackupRepository}', task,
    check: ({ simulation, row }) => withoutLink(simulation, row(job), row(linkedBackupRepository).id),
    act: ({ simulation }, changed) => kept(simulation, changed),
  }),
] // prettier-ignore

/** What a job does not hold any more is still there for others. */
function kept(simulation: Simulation, changed: Changed): Done {
  const before = jobOf(simulation, changed.row.id)
  const gone = leftOut(simulation, changed)
  keepChanged(simulation, changed)
  leaveMachines(simulation, before, gone)
  return {}
}
