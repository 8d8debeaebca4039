import { minutes, seconds } from '../../clock/duration.ts'
import { backupTaskSession } from '../../resources/index.ts'
import { lifecycleOf, type Stage } from '../lifecycle.ts'
import { outcomeOf } from '../outcome.ts'
import { atOnce, taskEnded, workOf, type Task } from '../parts.ts'

const stages: readonly Stage<Task>[] = [
  {
    when: (task, { runs }) => task.State === 'Pending' && runs.has(task.JobSessionUid),
    lasts: (task, { chance }) => seconds(chance.of(task.id, 'wait').number(1, 20)),
    becomes: (task) => ({ ...task, State: 'InProgress' }),
  },
  {
    when: (task, { runs }) => task.State === 'InProgress' && runs.has(task.JobSessionUid),
    lasts: (task, world) => {
      const { job, run } = workOf(world, task)
      const share = (job.minutes * Math.min(atOnce, run.parts.length)) / run.parts.length
      return minutes(share * world.chance.of(task.id, 'work').number(0.7, 1.3))
    },
    becomes: (task, world) => {
      const work = workOf(world, task)
      const { result, reason } = outcomeOf(world, work, task.id)
      // A member that is new comes before the spread: that is ten times faster than after it.
      return {
        EndTimeUTC: world.now(),
        ...task,
        State: 'Completed',
        Result: result,
        Reason: reason,
        TotalSize: result === 'Failed' ? 0 : work.object.bytes,
      }
    },
    then: (task, world) => taskEnded(world, task),
  },
]

/** Pending until a proxy takes it, in progress for its share of the job's usual time, completed with its outcome. */
export const backupTaskSessionLife = lifecycleOf(backupTaskSession, 'BackupTaskSession', stages)
