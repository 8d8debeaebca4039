import { idOf } from '../../random/ids.ts'
import { writtenAs, sessionRows, taskRows } from './job-rows.ts'
import { results, type LivingJob, type RunPart, type Result, type Run, type Task } from './job-model.ts'
import { isKept, type ObjectWork } from './outcome.ts'
import { openSession } from '../sessions/session.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

/** So many tasks of a run work at a time, as proxies have slots. */
export const atOnce = 2

/** Throws a plain Error if the session is not under way. */
export function runOf(simulation: Simulation, session: string): Run {
  const run = simulation.state(jobState).runs.get(session)
  if (run === undefined) throw new Error(`Session ${session} is not under way.`)
  return run
}

/** Throws a plain Error if there is no such job. */
export function jobOf(simulation: Simulation, id: string): LivingJob {
  const job = simulation.state(jobState).jobs.get(id)
  if (job === undefined) throw new Error(`There is no job ${id} to live.`)
  return job
}

/** What a task is about, while its run is under way. */
export function findWork(simulation: Simulation, task: Task): ObjectWork | undefined {
  const { runs, jobs } = simulation.state(jobState)
  const run = runs.get(task.JobSessionUid)
  const job = jobs.get(run?.job ?? '')
  if (run === undefined || job === undefined) return undefined
  // What works was opened lately: few work at a time, and a run may have a thousand parts.
  for (let at = run.opened - 1; at >= 0; at--) {
    const part = run.parts[at]
    if (part?.of === 'task' && part.object.name === task.VmDisplayName) return { job, run, object: part.object }
  }
  return undefined
}

/** The same. Throws a plain Error if its run is not under way. */
export function objectWorkOf(simulation: Simulation, task: Task): ObjectWork {
  const work = findWork(simulation, task)
  if (work !== undefined) return work
  throw new Error(`${task.VmDisplayName} is no part of session ${task.JobSessionUid} under way.`)
}

/** Opens the parts that a run has room for: a few tasks, or all its sessions. */
export function openParts(simulation: Simulation, run: Run): void {
  const room = run.parts[0]?.of === 'session' ? run.parts.length : run.done + atOnce
  while (run.opened < Math.min(room, run.parts.length)) {
    const part = run.parts[run.opened++]
    if (part !== undefined) openPart(simulation, run, part)
  }
}

function openPart(simulation: Simulation, run: Run, part: RunPart): void {
  const job = jobOf(simulation, run.job)
  const { seed } = simulation.chance
  const types = writtenAs[job.kind]
  if (part.of === 'session') {
    const { type, name, objects } = part
    openSession(simulation, job, {
      id: idOf(seed, types.session, run.session, name),
      type,
      name,
      parent: run.session,
      attempt: run.attempt,
      backup: name,
      parts: objects.map((object) => ({ of: 'task', object })),
    })
    return
  }
  const { object } = part
  const id = idOf(seed, types.task, run.session, object.name)
  taskRows(simulation, job.kind).add({
    id,
    up: run.taskUp,
    JobSessionUid: run.session,
    CreationTimeUTC: simulation.now(),
    State: 'Pending',
    Result: 'None',
    Reason: '',
    TotalSize: 0,
    VmUid: object.uid,
    VmDisplayName: object.name,
    JobUid: job.id,
    JobName: job.name,
  })
  simulation.runEvent({ what: 'enter', type: types.task, id })
}

/** Counts a completed task in its session. */
export function taskEnded(simulation: Simulation, task: Task): void {
  const work = objectWorkOf(simulation, task)
  const { run, object } = work
  const result = task.Result === 'None' ? 'Success' : task.Result
  if (result === 'Failed') run.failed.push(object.name)
  else if (isKept(simulation, work, result)) run.kept.push({ task: task.id, object, since: task.CreationTimeUTC })
  partEnded(simulation, run, result, task.Reason)
}

/** Counts an ended session in the session that it is a part of. */
export function sessionEnded(simulation: Simulation, parent: string, part: Run): void {
  const run = simulation.state(jobState).runs.get(parent)
  if (run === undefined) return
  run.failed.push(...part.failed)
  partEnded(simulation, run, part.worst, part.message ?? '')
}

function partEnded(simulation: Simulation, run: Run, result: Result, message: string): void {
  run.done++
  if (results.indexOf(result) > results.indexOf(run.worst)) {
    run.worst = result
    run.message = message
  }
  showProgress(simulation, run)
  if (run.done === run.parts.length)
    simulation.runEvent({
      what: 'enter',
      type: writtenAs[jobOf(simulation, run.job).kind].session,
      id: run.session,
    })
  else if (!run.isStopped) openParts(simulation, run)
}

function showProgress(simulation: Simulation, run: Run): void {
  const sessions = sessionRows(simulation, jobOf(simulation, run.job).kind)
  const row = sessions.get(run.session)
  // As the real server does: an immediate copy stays at 0 (recorded).
  if (row === undefined || row.JobType === 'ImmediateBackupCopy') return
  const Progress = Math.min(99, Math.floor((100 * run.done) / run.parts.length))
  if (Progress > row.Progress) sessions.replace({ ...row, Progress })
}
