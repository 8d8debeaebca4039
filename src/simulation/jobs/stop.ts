import { sessionRows, taskRows, writtenAs } from './job-rows.ts'
import type { Run, Task } from './job-model.ts'
import { jobOf, runOf } from './parts.ts'
import type { Table } from '../../store/table.ts'
import type { World } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

/** What is said of everything that was not over yet. */
const STOPPED = 'Operation was canceled by user.'

/**
 * Stops a run: what its tasks have done by now is kept, what they have not is given up, and the session stops as failed.
 * Throws a plain Error if the session is not under way.
 */
export function stopRun(world: World, session: string): void {
  const run = runOf(world, session)
  const { kind } = jobOf(world, run.job)
  run.isStopped = true
  run.worst = 'Failed'
  run.message = STOPPED
  const tasks = taskRows(world, kind)
  for (const task of tasks.under(writtenAs[kind].session, session))
    if (task.State !== 'Completed') giveUp(tasks, { ...task, EndTimeUTC: world.now() }, run)
  for (const part of run.parts.slice(run.opened))
    run.failed.push(...(part.of === 'task' ? [part.object] : part.objects).map(({ name }) => name))
  for (const other of [...world.state(jobState).runs.values()])
    if (other.parent === session && !other.isStopped) stopRun(world, other.session)
  const sessions = sessionRows(world, kind)
  const row = sessions.get(session)
  if (row !== undefined) sessions.replace({ ...row, State: 'Stopping' })
  world.happen({ what: 'enter', type: writtenAs[kind].session, id: session })
}

function giveUp(tasks: Table<Task>, task: Task, run: Run): void {
  run.failed.push(task.VmDisplayName)
  tasks.replace({ ...task, State: 'Completed', Result: 'Failed', Reason: STOPPED })
}
