import { seconds } from '../../clock/duration.ts'
import { task } from '../../resources/index.ts'
import { lifecycleOf } from '../lifecycle.ts'
import { finish, perform } from '../task.ts'

/** What was asked for: running until it is done or has failed, done, and finished once it says so (em_rest tasks). */
export const taskLife = lifecycleOf(task, 'Task', [
  {
    when: ({ State }) => State === 'Running',
    lasts: ({ id }, { chance }) => seconds(chance.of(id, 'run').number(0.3, 1.5)),
    becomes: (row, world) => perform(world, row),
  },
  {
    when: ({ State }) => State === 'OperationFinished',
    lasts: ({ id }, { chance }) => seconds(chance.of(id, 'finish').number(0.1, 0.6)),
    becomes: finish,
  },
])
