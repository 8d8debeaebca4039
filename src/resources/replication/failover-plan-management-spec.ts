import { dateTime, optional, struct, boolean } from '../../model/shape.ts'

/** Which points a plan uses: the newest, or those from before a time (em_rest post_failoverplans_id_start). */
export const failoverPlanManagementSpec = () =>
  struct({ StartNow: optional(boolean()), StartDate: optional(dateTime()) })
