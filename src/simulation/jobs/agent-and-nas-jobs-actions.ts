import { agentBackupJob, nasJob } from '../../resources/index.ts'
import { action, type Action } from '../core/action.ts'
import { retryJob, startJob, stopJob, toggleSchedule } from './job-deeds.ts'

const kinds = [
  {
    resource: agentBackupJob,
    // As the real server does: a start has the name of any job's (documented).
    isPath: false,
    tasks: { start: 'StartJob', stop: 'StopAgentJob', retry: 'RetryAgentJob' },
  },
  {
    resource: nasJob,
    isPath: true,
    tasks: { start: 'StartNasJob', stop: 'StopNasJob', retry: 'RetryNasJob' },
  },
] as const

/** What is done to jobs of computers and of shares (em_rest post_agents_jobs_id_action…, post_nas_jobs_id_action…). */
export const agentAndNasJobsActions: readonly Action[] = kinds.flatMap(({ resource, isPath, tasks }) => {
  const path = `/${resource.path}/{${resource.name}}`
  // One of them is called by a path, the other by a parameter (documented): both answer to both.
  const say = (word: string) =>
    isPath
      ? ({ method: 'POST', path: `${path}/${word}`, aliases: [`${path}?action=${word}`] } as const)
      : ({ method: 'POST', path, action: word, aliases: [`${path}/${word}`] } as const)
  return [
    action({
      ...say('start'),
      task: tasks.start,
      act: (doing) => startJob(doing.simulation, doing.row(resource)),
    }),
    action({
      ...say('stop'),
      task: tasks.stop,
      act: (doing) => stopJob(doing.simulation, doing.row(resource)),
    }),
    action({
      ...say('retry'),
      task: tasks.retry,
      act: (doing) => retryJob(doing.simulation, doing.row(resource)),
    }),
    action({
      ...say('toggleScheduleEnabled'),
      task: 'UpdateJob',
      act: (doing) => toggleSchedule(doing.simulation, doing.row(resource)),
    }),
  ]
})
