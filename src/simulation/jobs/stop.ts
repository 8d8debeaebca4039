import { sessionRows, taskRows, writtenAs } from './job-rows.ts'
import type { Run, Task } from './job-model.ts'
import { jobOf, runOf } from './parts.ts'
import type { Table } from '../../store/table.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

/** What is said of everything that was not over yet. */
const STOPPED = 'Operation was canceled by user.'

/**
 * Stops a run: what its tasks have done by now is kept, what they have not is given up, and the session stops as failed.
 * Throws a plain Error if the session is not under way.
 */
export function stopRun(simulation: Simulation, session: string): void {
  const run = runOf(simulation, session)
  const { kind } = jobOf(simulation, run.job)
  run.isStopped = true
  run.worst = 'Failed'
  run.message = STOPPED
  const tasks = taskRows(simulation, kind)
  for (const task of tasks.under(writtenAs[kind].session, session))
    if (task.State !== 'Completed') giveUp(tasks, { ...task, EndTimeUTC: simulation.now() }, run)
  for (const part of run.parts.slice(run.opened))
    run.failed.push(...(part.of === 'task' ? [part.object] : part.objects).map(({ name }) => name))
  for (const other of [...simulation.state(jobState).runs.values()])
    if (other.parent === session && !other.isStopped) stopRun(simulation, other.session)
  const sessions = sessionRows(simulation, kind)
  const row = sessions.get(session)
  if (row !== undefined) sessions.replace({ ...row, State: 'Stopping' })
  simulation.runEvent({ what: 'enter', type: writtenAs[kind].session, id: session })
}

function giveUp(tasks: Table<Task>, task: Task, run: Run): void {
  run.failed.push(task.VmDisplayName)
  tasks.replace({ ...task, State: 'Completed', Result: 'Failed', Reason: STOPPED })
}
