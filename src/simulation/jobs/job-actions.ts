import { errors } from '../../model/api-error.ts'
import { jobCloneSpec } from '../../resources/jobs/job-clone-spec.ts'
import { job } from '../../resources/index.ts'
import { action, type Action, type Done } from '../core/action.ts'
import { changeJob } from './change-job.ts'
import { isCopy, keepChanged, refuseUnreachedJob, type MachineJob } from './job-change.ts'
import { cloneOf } from './job-clone.ts'
import { startJob, stopJob, retryJob, toggleSchedule } from './job-deeds.ts'
import { edited, jobEdit } from './job-edit.ts'
import { deleteJob } from './job-gone.ts'
import { jobOf } from './parts.ts'
import { plan } from './plan.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

const path = '/jobs/{Job}'

/** What is done to jobs of machines (em_rest post_jobs_id_action…, put_jobs_id_actionedit, delete_jobs_id). */
export const jobActions: readonly Action[] = [
  action({
    method: 'POST', path, action: 'start', task: 'StartJob',
    check: (doing) => { refuseCopy(doing.row(job), 'started by ?action=sync') },
    act: (doing) => startJob(doing.simulation, doing.row(job)),
  }),
  action({
    method: 'POST', path, action: 'stop', task: 'StopJob',
    act: (doing) => stopJob(doing.simulation, doing.row(job)),
  }),
  action({
    method: 'POST', path, action: 'retry', task: 'RetryJob',
    check: (doing) => { refuseCopy(doing.row(job), 'not retried, but started by ?action=sync') },
    act: (doing) => retryJob(doing.simulation, doing.row(job)),
  }),
  action({
    method: 'POST', path, action: 'sync', task: 'StartJobSync',
    check: (doing) => { refuseOther(doing.row(job)) },
    act: (doing) => syncJob(doing.simulation, doing.row(job)),
  }),
  action({
    method: 'POST', path, action: 'toggleScheduleEnabled', task: 'UpdateJob',
    act: (doing) => toggleSchedule(doing.simulation, doing.row(job)),
  }),
  action({
    method: 'POST', path, action: 'clone', task: 'CloneJob',
    body: { name: 'JobCloneSpec', shape: jobCloneSpec() },
    check: ({ simulation, row, body }) => cloneOf(simulation, row(job), body),
    act: ({ simulation, row }, clone) => addClone(simulation, row(job), clone),
  }),
  action({
    method: 'PUT', path, task: 'EditJob', statusIfGone: 400,
    body: jobEdit,
    check: (doing) => edited(doing, doing.row(job), doing.body),
    act: ({ simulation }, changed) => {
      keepChanged(simulation, changed)
      return {}
    },
  }),
  action({
    method: 'DELETE', path, task: 'DeleteJob', statusIfGone: 400,
    act: (doing) => {
      deleteJob(doing.simulation, doing.row(job))
      return {}
    },
  }),
] // prettier-ignore

/** As the real server does: copy jobs have no links to start and to retry, but one to sync (documented). */
function refuseCopy(row: MachineJob, how: string): void {
  if (isCopy(row)) throw errors.badRequest(`Job "${row.Name}" is a backup copy job; it is ${how}.`)
}

function refuseOther(row: MachineJob): void {
  if (!isCopy(row)) throw errors.badRequest(`Job "${row.Name}" is no backup copy job; it is started by ?action=start.`)
}

/** Copies all that is linked, not only what is new. Its task leads nowhere, unlike that of a start (documented). */
function syncJob(simulation: Simulation, row: MachineJob): Done {
  refuseUnreachedJob(simulation, row)
  if (jobOf(simulation, row.id).running === undefined) changeJob(simulation, row.id, { pending: [] })
  startJob(simulation, row)
  return {}
}

function addClone(simulation: Simulation, original: MachineJob, { row, live }: ReturnType<typeof cloneOf>): Done {
  refuseUnreachedJob(simulation, original)
  simulation.state(jobState).jobs.set(row.id, live)
  tableOf(simulation, job).add(row)
  plan(simulation, row.id)
  return { related: { [job.name]: [row.id] } }
}
