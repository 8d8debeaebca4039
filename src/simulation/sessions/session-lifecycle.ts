import { backupJobSession, replicaJobSession } from '../../resources/index.ts'
import { aroundWork } from '../jobs/around-work.ts'
import { runEnded } from '../jobs/end.ts'
import type { Session } from '../jobs/job-model.ts'
import { lifecycleOf, type Stage } from '../core/lifecycle.ts'
import { openParts, runOf } from '../jobs/parts.ts'
import { jobState } from '../jobs/job-state.ts'

const stages = <S extends Session>(): readonly Stage<S>[] => [
  {
    when: (session, simulation) => session.State === 'Starting' && simulation.state(jobState).runs.has(session.id),
    lasts: (session, simulation) =>
      aroundWork(simulation, session.JobUid, simulation.chance.of(session.id, 'start').number(3, 25)),
    becomes: (session) => ({ ...session, State: 'Working' }),
    then: (session, simulation) => openParts(simulation, runOf(simulation, session.id)),
  },
  {
    when: (session, simulation) => {
      const run = simulation.state(jobState).runs.get(session.id)
      if (run === undefined || session.State === 'Starting') return false
      return session.State === 'Stopping' || run.done === run.parts.length
    },
    lasts: (session, simulation) =>
      aroundWork(simulation, session.JobUid, simulation.chance.of(session.id, 'finish').number(2, 12)),
    becomes: (session, simulation) => {
      const { worst, message } = runOf(simulation, session.id)
      return {
        EndTimeUTC: simulation.now(),
        ...session,
        State: 'Stopped',
        Result: worst,
        // As the real server does: an immediate copy is at 0 when it is done (recorded).
        Progress: session.JobType === 'ImmediateBackupCopy' ? 0 : 100,
        ...(worst === 'Failed' && message !== undefined && { FailureMessage: message }),
      }
    },
    then: (session, simulation) => runEnded(simulation, session),
  },
]

/** Sessions of both types: starting, working until all parts have ended or somebody stops it, and stopped once all is put away. */
export const sessionLifecycle = [lifecycleOf(backupJobSession, stages()), lifecycleOf(replicaJobSession, stages())]
