import { array, id } from '../../json/shape.ts'
import { mapBy } from '../slots.ts'
import { group } from '../state.ts'

export const failoverPlanState = group({
  /** The failover plans that have been started and not undone, with the sessions of that. */
  startedPlans: mapBy('failover plan', array(id)),
})
