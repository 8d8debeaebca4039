import { array, id } from '../../json/shape.ts'
import { group, mapOf } from '../state.ts'

export const failoverPlanState = group({
  /** The failover plans that have been started and not undone, with the sessions of that. */
  startedPlans: mapOf(array(id)),
})
