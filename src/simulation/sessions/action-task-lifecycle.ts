import { seconds } from '../../clock/duration.ts'
import { task } from '../../resources/index.ts'
import { lifecycleOf } from '../core/lifecycle.ts'
import { finishTask, perform } from '../core/task.ts'

/** What was asked for: running until it is done or has failed, done, and finished once it says so (em_rest tasks). */
export const actionTaskLifecycle = [
  lifecycleOf(task, [
    {
      when: ({ State }) => State === 'Running',
      // All take as long, so that what is asked for first is done first.
      lasts: () => seconds(0.8),
      becomes: (row, simulation) => perform(simulation, row),
    },
    {
      when: ({ State }) => State === 'OperationFinished',
      lasts: ({ id }, { chance }) => seconds(chance.of(id, 'finish').number(0.1, 0.6)),
      becomes: finishTask,
    },
  ]),
]
