import { job } from '../../resources/index.ts'
import { action, type Action } from '../action.ts'
import { startJob, stopJob, retryJob, toggleSchedule } from '../job-deeds.ts'

const path = '/jobs/{Job}'

/** What is done to jobs of machines (em_rest post_jobs_id_action…). */
export const jobActions: readonly Action[] = [
  action({
    method: 'POST', path, action: 'start', task: 'StartJob',
    act: (doing) => startJob(doing.world, doing.row(job)),
  }),
  action({
    method: 'POST', path, action: 'stop', task: 'StopJob',
    act: (doing) => stopJob(doing.world, doing.row(job)),
  }),
  action({
    method: 'POST', path, action: 'retry', task: 'RetryJob',
    act: (doing) => retryJob(doing.world, doing.row(job)),
  }),
  action({
    method: 'POST', path, action: 'toggleScheduleEnabled', task: 'UpdateJob',
    act: (doing) => toggleSchedule(doing.world, doing.row(job)),
  }),
] // prettier-ignore
