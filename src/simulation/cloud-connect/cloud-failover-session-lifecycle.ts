import { seconds } from '../../clock/duration.ts'
import { cloudFailoverPlan, cloudFailoverSession, cloudVmReplicaPoint } from '../../resources/index.ts'
import { machinesOf, pointLink, type CloudFailoverSession } from './cloud-failover.ts'
import { lifecycleOf } from '../core/lifecycle.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

type Task = CloudFailoverSession['CloudFailoverTasks'][number]

const GONE = 'The replica point is not there any more.'

/** Failovers of tenants: starting, working machine by machine, and stopped. */
export const cloudFailoverSessionLifecycle = [
  lifecycleOf(cloudFailoverSession, [
    {
      when: ({ State }) => State === 'Starting',
      lasts: ({ id }, { chance }) => seconds(chance.of(id, 'start').number(4, 7)),
      becomes: (session, simulation): CloudFailoverSession => ({
        ...session,
        State: 'Working',
        CloudFailoverTasks: begun(tasksOf(session, simulation)),
      }),
    },
    {
      when: ({ State, CloudFailoverTasks: tasks }) => State === 'Working' && tasks.some(isAtWork),
      lasts: ({ id, CloudFailoverTasks: tasks }, { chance }) =>
        seconds(chance.of(id, 'task', tasks.find(isAtWork)?.VmName ?? '').number(60, 180)),
      becomes: (session, simulation): CloudFailoverSession => {
        const tasks = session.CloudFailoverTasks.map((task, n) =>
          isAtWork(task) ? ended(session, simulation, task, n) : task,
        )
        const done = tasks.filter(({ State }) => State === 'Stopped').length
        return {
          ...session,
          Progress: Math.floor((100 * done) / tasks.length),
          CloudFailoverTasks: begun(tasks),
        }
      },
      then: moveMachines,
    },
    {
      when: ({ State, CloudFailoverTasks: tasks }) => State === 'Working' && !tasks.some(isAtWork),
      lasts: ({ id }, { chance }) => seconds(chance.of(id, 'finish').number(2, 9)),
      becomes: (session, simulation): CloudFailoverSession => {
        const tasks = session.CloudFailoverTasks
        const isDone = tasks.length > 0 && tasks.every(({ Result }) => Result === 'Success')
        return {
          EndTimeUTC: simulation.now(),
          ...session,
          State: 'Stopped',
          Result: isDone ? 'Success' : 'Failed',
          Progress: 100,
          ...(!isDone && { FailureMessage: GONE }),
        }
      },
    },
  ]),
]

const isAtWork = ({ State }: Task): boolean => State === 'Working'

/** All tasks are there from the beginning, one after the other at work (documented by an example). */
function tasksOf({ up, related }: CloudFailoverSession, simulation: Simulation): readonly Task[] {
  const plan = tableOf(simulation, cloudFailoverPlan).get(up.CloudFailoverPlan ?? '')
  const machines = plan === undefined ? [] : machinesOf(plan)
  return machines.map((VmName, n) => {
    const id = related?.['CloudVmReplicaPoint']?.[n] ?? ''
    const name = tableOf(simulation, cloudVmReplicaPoint).nameOf(id)
    return {
      ...(name !== undefined && { VmReplicaPointLink: pointLink({ id, name }) }),
      CreationTimeUTC: simulation.now(),
      State: 'Starting',
      Result: 'None',
      Progress: 0,
      VmName,
    }
  })
}

/** The tasks with the next of them at work. */
function begun(tasks: readonly Task[]): readonly Task[] {
  const next = tasks.findIndex(({ State }) => State === 'Starting')
  return tasks.map((task, n) => (n === next ? { ...task, State: 'Working' } : task))
}

function ended(session: CloudFailoverSession, simulation: Simulation, task: Task, n: number): Task {
  const isDone = pointOf(session, simulation, n) !== undefined
  return {
    EndTimeUTC: simulation.now(),
    ...task,
    State: 'Stopped',
    Result: isDone ? 'Success' : 'Failed',
    ...(isDone ? { Progress: 100 } : { FailureMessage: GONE }),
  }
}

const pointOf = ({ related }: CloudFailoverSession, simulation: Simulation, n: number) =>
  tableOf(simulation, cloudVmReplicaPoint).get(related?.['CloudVmReplicaPoint']?.[n] ?? '')

/** Machines that have come up run from their points, unless they were only tried. */
function moveMachines(session: CloudFailoverSession, simulation: Simulation): void {
  if (session.IsTest === true) return
  for (const [n, { State, Result }] of session.CloudFailoverTasks.entries()) {
    const point = pointOf(session, simulation, n)
    if (State !== 'Stopped' || Result !== 'Success' || point?.State !== 'Ready') continue
    tableOf(simulation, cloudVmReplicaPoint).replace({ ...point, State: 'Failover' })
  }
}
