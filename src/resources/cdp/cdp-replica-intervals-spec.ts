import { dateTime, optional, struct } from '../../model/shape.ts'

/** From when to when intervals are wanted (em_rest post_cdpreplicavm_id_actionintervals). */
export const cdpReplicaIntervalsSpec = () => struct({ StartDate: optional(dateTime()), EndDate: optional(dateTime()) })
