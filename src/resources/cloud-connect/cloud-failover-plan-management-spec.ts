import { dateTime, optional, struct, boolean } from '../../model/shape.ts'

/** CloudFailoverPlanManagementSpec of POST /cloud/cloudFailoverPlans/{id}?action=start: which points (em_rest post_cloudfailoverplans_id_start). */
export const cloudFailoverPlanManagementSpec = () =>
  struct({ StartNow: optional(boolean()), StartDate: optional(dateTime()) })
