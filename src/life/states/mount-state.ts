import { integer } from '../../json/shape.ts'
import { group, mapOf } from '../state.ts'

export const mountState = group({
  /** How many mounts a logon session has had. */
  mountCounts: mapOf(integer(0)),
})
