import { enumeration, optional, struct, boolean, uid } from '../../model/shape.ts'

/** How far those who serve themselves may choose when their jobs run. */
export const jobSchedulerType = () => enumeration('Full', 'Partial', 'Random', 'Disabled')

/** How jobs of self-service are made: a member of configurations, and a document of its own. */
export const selfServiceJobSettings = () =>
  struct({
    DefaultSettings: boolean(),
    JobSchedulerType: jobSchedulerType(),
    HighPriorityJob: boolean(),
    TemplateJobUid: optional(uid('Job')),
  })
