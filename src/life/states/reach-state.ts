import { group, setOfIds } from '../state.ts'

export const reachState = group({
  /** The backup servers that EM cannot reach. */
  unreached: setOfIds(),
})
