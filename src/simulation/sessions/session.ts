import { writtenAs, sessionRows } from '../jobs/job-rows.ts'
import type { LivingJob, ForcedOutcome, RunPart, Session } from '../jobs/job-model.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from '../jobs/job-state.ts'

export interface Opening {
  readonly id: string
  readonly type: Session['JobType']
  readonly name: string
  readonly parent?: string
  readonly attempt: number
  /** The name of the backup that it writes to. */
  readonly backup: string | undefined
  readonly parts: readonly RunPart[]
  readonly isQuick?: boolean
  /** How it was asked to end. */
  readonly order?: ForcedOutcome | undefined
}

/** Adds the row of a session that starts now, and what is under way in it. */
export function openSession(simulation: Simulation, job: LivingJob, opening: Opening): void {
  const { id, type, name, parent, attempt, backup, parts, isQuick = false } = opening
  const { order = simulation.state(jobState).runs.get(parent ?? '')?.order } = opening
  const since = simulation.now()
  const types = writtenAs[job.kind]
  sessionRows(simulation, job.kind).add({
    id,
    up: parent === undefined || type !== 'AgentManagement' ? job.up : { ...job.up, ParentSession: parent },
    JobUid: job.id,
    JobName: name,
    JobType: type,
    CreationTimeUTC: since,
    State: 'Starting',
    Result: 'None',
    Progress: 0,
    IsRetry: attempt > 0,
  })
  simulation.state(jobState).runs.set(id, {
    session: id,
    job: job.id,
    backup,
    parent,
    attempt,
    since,
    order,
    taskUp: { BackupServer: job.up.BackupServer, [types.session]: id },
    parts,
    opened: 0,
    done: 0,
    worst: 'Success',
    isQuick,
    isStopped: false,
    message: undefined,
    failed: [],
    kept: [],
  })
  simulation.runEvent({ what: 'enter', type: types.session, id })
}
