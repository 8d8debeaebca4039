import { enumeration, dateTime, numeric, optional } from '../../model/shape.ts'

// What runs says when it began and ended, how far it is and how it went: members of every session and task, in EM's order.

/** How something went; `None` while it still runs. */
const outcome = () => enumeration('None', 'Success', 'Warning', 'Failed')

const span = () => ({ CreationTimeUTC: dateTime(), EndTimeUTC: optional(dateTime()) })

/** A job at work. */
export const jobRun = () => ({
  ...span(),
  State: enumeration('Starting', 'Stopping', 'Working', 'Pausing', 'Resuming', 'Stopped'),
  Result: outcome(),
  Progress: numeric(),
})

/** Something that an operator has begun, which nobody pauses. */
export const operatorRun = () => ({
  ...span(),
  State: enumeration('Starting', 'Stopping', 'Working', 'Stopped'),
  Result: outcome(),
  Progress: numeric(),
})

/** One machine's part in a job's work. */
export const taskRun = () => ({
  ...span(),
  State: enumeration('InProgress', 'Pending', 'Completed'),
  Result: outcome(),
})

/** What a filter may ask of all of them. */
export const runNames = ['CreationTimeUTC', 'EndTimeUTC', 'State', 'Result'] as const
