import { setOf } from '../slots.ts'
import { group } from '../state.ts'

export const reachState = group({
  /** The backup servers that EM cannot reach. */
  unreached: setOf('server'),
})
