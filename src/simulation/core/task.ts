import { idOf } from '../../random/ids.ts'
import { ApiError } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { task } from '../../resources/index.ts'
import { carryOut, keyOfAction, doingOf, type Action, type Doing } from './action.ts'
import { actions } from '../actions.ts'
import { jobTypes } from '../jobs/job-rows.ts'
import { tableOf } from './table-of.ts'
import type { Simulation } from './simulation.ts'
import { taskState } from './task-state.ts'

type TaskRow = EntityOf<typeof task> & Row

/** So many are kept of all logon sessions together; the oldest go first, so memory stays flat. */
const MOST_TASKS = 10_000

const byKey = new Map<string, Action>()

function actionOf(key: string): Action {
  if (byKey.size === 0) for (const each of actions) byKey.set(keyOfAction(each), each)
  const found = byKey.get(key)
  if (found === undefined) throw new Error(`There is no action ${key}.`)
  return found
}

/**
 * Makes a task of a logon session, numbered from task-1 there, that will do the action. Nothing has been done when it
 * returns, unless work moves at once.
 */
export function openTask(simulation: Simulation, action: Action, { logon, keys, body }: Doing): TaskRow {
  const tasks = tableOf(simulation, task)
  const number = (simulation.state(taskState).taskCounts.get(logon) ?? 0) + 1
  const job = jobTypes.find((type) => type in keys)
  const row = {
    id: idOf(simulation.chance.seed, task.name, logon, String(number)),
    up: { LogonSession: logon },
    TaskId: `task-${number}`,
    State: 'Running',
    Operation: action.task ?? '',
    ...(job !== undefined && { JobUid: keys[job] ?? '' }),
  } as const
  const [oldest] = tasks
  if (oldest !== undefined && tasks.size >= MOST_TASKS) dropTask(simulation, oldest.id)
  simulation.state(taskState).taskCounts.set(logon, number)
  tasks.add(row)
  simulation.state(taskState).taskOrders.set(row.id, { action: keyOfAction(action), keys, body })
  simulation.runEvent({ what: 'enter', type: task.name, id: row.id })
  return tasks.get(row.id) ?? row
}

/** Removes a task; what it has not done yet stays undone. */
export function dropTask(simulation: Simulation, id: string): void {
  simulation.states.forget('task', id)
  tableOf(simulation, task).remove(id)
}

/** Removes all tasks; the next of a logon session is its first again. */
export function dropTasks(simulation: Simulation): void {
  for (const { id } of [...tableOf(simulation, task)]) dropTask(simulation, id)
  simulation.state(taskState).taskCounts.clear()
}

/** Does what a task is to do. Returns the task with what came of it. */
export function perform(simulation: Simulation, row: TaskRow): TaskRow {
  const order = simulation.state(taskState).taskOrders.get(row.id)
  simulation.state(taskState).taskOrders.delete(row.id)
  if (order === undefined) return failed(row, 'The operation was cancelled.')
  const action = actionOf(order.action)
  const doing = doingOf(simulation, row.up.LogonSession ?? '', order.keys, order.body)
  try {
    const { message = 'Ok', related = {}, up = {} } = carryOut(action, doing)
    return {
      ...row,
      up: { ...row.up, ...up },
      related,
      State: 'OperationFinished',
      Result: { Success: true, Message: 'OperationFinished' },
      ...(message !== null && { EndMessage: message }),
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return failed(row, error.message)
  }
}

/** What a task says in the end. */
export const finishTask = (row: TaskRow): TaskRow => ({
  ...row,
  State: 'Finished',
  Result: { Success: true, ...(row.EndMessage !== undefined && { Message: row.EndMessage }) },
})

const failed = (row: TaskRow, Message: string): TaskRow => ({
  ...row,
  State: 'Finished',
  Result: { Success: false, Message },
})
