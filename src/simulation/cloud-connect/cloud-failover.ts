import { writeInstant, type Instant } from '../../clock/instant.ts'
import { errors } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import {
  cloudFailoverSession,
  cloudReplica,
  cloudVmReplicaPoint,
  type cloudFailoverPlan,
} from '../../resources/index.ts'
import type { Done } from '../core/action.ts'
import { freshId } from '../core/fresh-id.ts'
import { reachedServer } from '../infrastructure/referred.ts'
import { tableOf } from '../core/table-of.ts'
import { without } from '../core/without.ts'
import type { Simulation } from '../core/simulation.ts'

type Plan = EntityOf<typeof cloudFailoverPlan> & Row
type Point = EntityOf<typeof cloudVmReplicaPoint> & Row
export type CloudFailoverSession = EntityOf<typeof cloudFailoverSession> & Row

const pathOf = (point: string): string => `/cloud/vmReplicaPoints/${point}`

/** How a task of a failover leads to the point that it takes. */
export const pointLink = ({ id, name }: { readonly id: string; readonly name: string }) => ({
  Rel: 'Related',
  Href: pathOf(id),
  Name: name,
  Type: 'CloudVmReplicaPointReference',
})

/** A plan's machines, in the order in which they come up. */
export const machinesOf = ({ CloudFailoverPlanInfo }: Plan): readonly string[] =>
  CloudFailoverPlanInfo.Includes.toSorted((a, b) => a.Order - b.Order).map(({ Name }) => Name)

export interface CloudFailover {
  /** The machines are only tried, and are as before afterwards. */
  readonly isTest: boolean
  /** Points from after this are left out of account. */
  readonly before?: Instant | undefined
}

/**
 * Begins the failover of a plan, each of its machines to its newest point. Its task leads to the session. Throws a 400
 * error if the plan or one of its machines is in a failover already, or there is no point to take.
 */
export function startCloudFailover(
  simulation: Simulation,
  plan: Plan,
  { isTest, before = Infinity }: CloudFailover,
): Done {
  const server = reachedServer(simulation, plan.up.BackupServer ?? '').id
  refuseUnderWay(simulation, plan)
  const points = machinesOf(plan).map((machine) => {
    const kept = pointsOf(simulation, plan, machine)
    if (kept.some(({ State }) => State === 'Failover'))
      throw errors.badRequest(`"${machine}" has failed over already; undo that first.`)
    const point = kept.findLast((it) => it.CreationTimeUTC <= before)
    if (point === undefined) throw errors.badRequest(`"${machine}" has no replica point to fail over to.`)
    return point.id
  })
  const now = simulation.now()
  const id = freshId(simulation, cloudFailoverSession, plan.id, writeInstant(now))
  tableOf(simulation, cloudFailoverSession).add({
    id,
    up: { BackupServer: server, CloudFailoverPlan: plan.id },
    related: { CloudVmReplicaPoint: points },
    JobType: 'FailoverPlan',
    CreationTimeUTC: now,
    State: 'Starting',
    Result: 'None',
    Progress: 0,
    CloudFailoverTasks: [],
    Name: plan.Name,
    IsTest: isTest,
  })
  simulation.runEvent({ what: 'enter', type: cloudFailoverSession.name, id })
  return { related: { CloudFailoverSession: [id] } }
}

/** Takes the failover of a plan's machines back. Throws a 400 ApiError if none has failed over or it is under way. */
export function undoCloudFailover(simulation: Simulation, plan: Plan): Done {
  reachedServer(simulation, plan.up.BackupServer ?? '')
  refuseUnderWay(simulation, plan)
  const points = failedOver(simulation, plan)
  if (points.length === 0)
    throw errors.badRequest(`No machine of failover plan "${plan.Name}" has failed over: there is nothing to undo.`)
  for (const point of points) tableOf(simulation, cloudVmReplicaPoint).replace({ ...point, State: 'Ready' })
  return {}
}

/** Throws a 400 ApiError if a failover of the plan, or a trial of it, is under way. */
export function refuseUnderWay(simulation: Simulation, { id, Name }: Plan): void {
  const sessions = tableOf(simulation, cloudFailoverSession).under('CloudFailoverPlan', id)
  if (sessions.some(({ State }) => State !== 'Stopped'))
    throw errors.badRequest(`Failover plan "${Name}" is under way.`)
}

/** The points that a plan's machines run from now. */
export const failedOver = (simulation: Simulation, plan: Plan): readonly Point[] =>
  machinesOf(plan).flatMap((machine) => pointsOf(simulation, plan, machine).filter(({ State }) => State === 'Failover'))

/** Has no task lead to a point that goes. */
export function dropFromFailovers(simulation: Simulation, point: string): void {
  const Href = pathOf(point)
  const sessions = tableOf(simulation, cloudFailoverSession)
  for (const session of sessions) {
    const tasks = session.CloudFailoverTasks
    if (!tasks.some((task) => task.VmReplicaPointLink?.Href === Href)) continue
    const CloudFailoverTasks = tasks.map((task) =>
      task.VmReplicaPointLink?.Href === Href ? without(task, 'VmReplicaPointLink') : task,
    )
    sessions.replace({ ...session, CloudFailoverTasks })
  }
}

/** A machine's points in its tenant's replicas, oldest first. */
const pointsOf = (simulation: Simulation, { up }: Plan, machine: string): readonly Point[] =>
  tableOf(simulation, cloudReplica)
    .under('CloudTenant', up.CloudTenant ?? '')
    .flatMap(({ id }) => tableOf(simulation, cloudVmReplicaPoint).under('Replica', id))
    .filter(({ VmDisplayName }) => VmDisplayName === machine)
    .sort((a, b) => a.CreationTimeUTC - b.CreationTimeUTC)
