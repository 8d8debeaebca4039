import { minutes } from '../../clock/duration.ts'
import { backupTaskSession, replicaTaskSession } from '../../resources/index.ts'
import { aroundWork } from '../jobs/around-work.ts'
import { lifecycleOf, type Stage } from '../core/lifecycle.ts'
import type { Task } from '../jobs/job-model.ts'
import { isKept, outcomeOf } from '../jobs/outcome.ts'
import { atOnce, findWork, taskEnded, objectWorkOf } from '../jobs/parts.ts'

const stages = <T extends Task>(): readonly Stage<T>[] => [
  {
    when: (task, simulation) => task.State === 'Pending' && findWork(simulation, task) !== undefined,
    lasts: (task, simulation) =>
      aroundWork(simulation, task.JobUid, simulation.chance.of(task.id, 'wait').number(1, 20)),
    becomes: (task) => ({ ...task, State: 'InProgress' }),
  },
  {
    when: (task, simulation) => task.State === 'InProgress' && findWork(simulation, task) !== undefined,
    lasts: (task, simulation) => {
      const { job, run } = objectWorkOf(simulation, task)
      const share = (job.minutes * Math.min(atOnce, run.parts.length)) / run.parts.length
      return minutes(share * simulation.chance.of(task.id, 'work').number(0.7, 1.3))
    },
    becomes: (task, simulation) => {
      const work = objectWorkOf(simulation, task)
      const { result, reason } = outcomeOf(simulation, work, task.id)
      // A member that is new comes before the spread: that is ten times faster than after it.
      return {
        EndTimeUTC: simulation.now(),
        ...task,
        State: 'Completed',
        Result: result,
        Reason: reason,
        TotalSize: isKept(simulation, work, result) ? work.object.bytes : 0,
      }
    },
    then: (task, simulation) => taskEnded(simulation, task),
  },
]

/** Tasks of both types: pending until a proxy takes them, in progress for a share of the job, completed with an outcome. */
export const taskLifecycle = [lifecycleOf(backupTaskSession, stages()), lifecycleOf(replicaTaskSession, stages())]
