import type { Instant } from '../../clock/instant.ts'
import { errors } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { vmReplicaPoint, type failoverPlan } from '../../resources/index.ts'
import { beginRestore, lengths, refuseBusyMachine, type Beginning } from '../backups/restores.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'
import { failoverPlanState } from './failover-plan-state.ts'
import { restoreState } from '../backups/restore-state.ts'

type Plan = EntityOf<typeof failoverPlan> & Row

/**
 * Fails over all machines of a plan, in its order, each to its newest point or to the newest from before a time. Throws a
 * 400 ApiError, and has begun nothing then, if the plan was started already or one of its machines cannot fail over.
 */
export function startPlan(simulation: Simulation, plan: Plan, before: Instant | undefined): void {
  if (simulation.state(failoverPlanState).startedPlans.has(plan.id))
    throw errors.badRequest(`Failover plan "${plan.Name}" has been started already; undo it first.`)
  const server = plan.up.BackupServer ?? ''
  const machines = [...plan.FailoverPlanInfo.Includes].sort((a, b) => a.Order - b.Order)
  const beginnings = machines.map(({ Name: name, HierarchyObjRef: ref }): Beginning => {
    const id = newestPoint(simulation, server, ref, before)
    if (id === undefined) throw errors.badRequest(`"${name}" has no replica point to fail over to.`)
    const point = { type: vmReplicaPoint.name, id }
    return { name, server, of: [ref], as: ref, point, minutes: lengths.failover }
  })
  for (const beginning of beginnings) refuseBusyMachine(simulation, beginning)
  simulation.state(failoverPlanState).startedPlans.set(
    plan.id,
    beginnings.map((beginning) => beginRestore(simulation, beginning)),
  )
}

/** Takes a plan's failover back. Throws a 400 ApiError if it was not started, or is still under way. */
export function undoPlan(simulation: Simulation, { id, Name }: Plan): void {
  const sessions = simulation.state(failoverPlanState).startedPlans.get(id)
  if (sessions === undefined)
    throw errors.badRequest(`Failover plan "${Name}" has not been started: there is nothing to undo.`)
  if (sessions.some((session) => simulation.state(restoreState).restores.has(session)))
    throw errors.badRequest(`Failover plan "${Name}" is still under way.`)
  simulation.state(failoverPlanState).startedPlans.delete(id)
}

function newestPoint(
  simulation: Simulation,
  server: string,
  ref: string,
  before: Instant | undefined = Infinity,
): string | undefined {
  let newest: (EntityOf<typeof vmReplicaPoint> & Row) | undefined
  for (const point of tableOf(simulation, vmReplicaPoint).under('BackupServer', server))
    if (point.HierarchyObjRef === ref && point.CreationTimeUTC <= before)
      if (newest === undefined || point.CreationTimeUTC > newest.CreationTimeUTC) newest = point
  return newest?.id
}
