import { dateTime, optional, struct, boolean } from '../../model/shape.ts'

/** Which state is failed over to; the latest if nothing is said (em_rest post_cdpreplicavm_id_actionfailover). */
export const cdpFailoverStartSpec = () =>
  struct({
    RestoreCurrent: optional(boolean()),
    RestoreCurrentVss: optional(boolean()),
    RestoreAtInterval: optional(dateTime()),
    // As examples have it; the table says RestoreAtPointinTime.
    RestoreAtPointInTime: optional(dateTime()),
  })
