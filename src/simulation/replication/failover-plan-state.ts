import { array, id } from '../../json-schema/shape.ts'
import { mapBy } from '../core/slots.ts'
import { group } from '../core/state.ts'

export const failoverPlanState = group({
  /** The failover plans that have been started and not undone, with the sessions of that. */
  startedPlans: mapBy('failover plan', array(id)),
})
