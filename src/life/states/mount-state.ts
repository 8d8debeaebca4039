import { integer } from '../../json/shape.ts'
import { mapBy } from '../slots.ts'
import { group } from '../state.ts'

export const mountState = group({
  /** How many mounts each has had. */
  mountCounts: mapBy('logon session', integer(0)),
})
