import { list, numeric, struct, text, boolean } from '../../model/shape.ts'

/** When a replica can be had as it was then (em_rest post_cdpreplicavm_id_actionintervals). */
export const cdpReplicaIntervals = () =>
  struct({
    StartDate: text(),
    EndDate: text(),
    HasApplicationConsistentState: boolean(),
    Intervals: list('Interval', struct({ StartDate: text(), EndDate: text(), Rpo: numeric(), IntervalType: text() })),
    RestorePoints: list('RestorePoint', struct({ Id: text(), Date: text(), IsApplicationConsistent: boolean() })),
  })
