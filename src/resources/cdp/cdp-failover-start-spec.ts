import { moment, optional, struct, truth } from '../../model/shape.ts'

/** Which state is failed over to; the latest if nothing is said (em_rest post_cdpreplicavm_id_actionfailover). */
export const cdpFailoverStartSpec = () =>
  struct({
    RestoreCurrent: optional(truth()),
    RestoreCurrentVss: optional(truth()),
    RestoreAtInterval: optional(moment()),
    // As examples have it; the table says RestoreAtPointinTime.
    RestoreAtPointInTime: optional(moment()),
  })
