import { errors } from '../../model/api-error.ts'
import { backupJobSession } from '../../resources/index.ts'
import { action, type Action } from '../core/action.ts'
import { reachedServer } from '../infrastructure/referred.ts'
import { stopRun } from '../jobs/stop.ts'
import { jobState } from '../jobs/job-state.ts'

/** What is done to sessions (em_rest post_backupsessions_id_stop). */
export const backupSessionsActions: readonly Action[] = [
  action({
    method: 'POST',
    path: '/backupSessions/{BackupJobSession}',
    action: 'stop',
    task: 'StopJobSession',
    /** A session that is part of another is stopped alone; that goes on with its other parts. */
    act: ({ simulation, ...doing }) => {
      const { id, up } = doing.row(backupJobSession)
      const name = simulation.store.nameOf(backupJobSession.name, id) ?? ''
      reachedServer(simulation, up.BackupServer ?? '')
      const run = simulation.state(jobState).runs.get(id)
      if (run === undefined || run.isStopped) throw errors.badRequest(`Job Session "${name}" is not running.`)
      stopRun(simulation, id)
      return { message: `Job Session "${name}" triggered to stop.` }
    },
  }),
]
