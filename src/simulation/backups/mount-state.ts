import { integer } from '../../json-schema/shape.ts'
import { mapBy } from '../core/slots.ts'
import { group } from '../core/state.ts'

export const mountState = group({
  /** How many mounts each has had. */
  mountCounts: mapBy('logon session', integer(0)),
})
