import type { LivingJobRow } from '../../simulation/jobs/job-rows.ts'

/** When a job runs, as its row says. */
export type Schedule = Pick<LivingJobRow, 'ScheduleConfigured' | 'ScheduleEnabled' | 'JobScheduleOptions'>

/** What the row of a job of any kind says. */
export interface JobWords extends Schedule {
  readonly Description: string
  readonly Name: string
}
