import { setOf } from '../core/slots.ts'
import { group } from '../core/state.ts'

export const reachState = group({
  /** The backup servers that EM cannot reach. */
  unreached: setOf('server'),
})
