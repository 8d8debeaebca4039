import { refuse } from '../../model/api-error.ts'
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
    act: ({ world, ...doing }) => {
      const { id, up } = doing.row(backupJobSession)
      const name = world.store.nameOf(backupJobSession.name, id) ?? ''
      reachedServer(world, up.BackupServer ?? '')
      const run = world.state(jobState).runs.get(id)
      if (run === undefined || run.isStopped)
        throw refuse.badRequest(`Job Session "${name}" is not running.`)
      stopRun(world, id)
      return { message: `Job Session "${name}" triggered to stop.` }
    },
  }),
]
