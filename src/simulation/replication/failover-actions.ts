import { errors } from '../../model/api-error.ts'
import { failoverPlan, vAppReplicaPoint, vmReplicaPoint } from '../../resources/index.ts'
import { failoverPlanManagementSpec } from '../../resources/replication/failover-plan-management-spec.ts'
import { action, editOf, type Action } from '../core/action.ts'
import { startPlan, undoPlan } from './failover-plans.ts'
import { merge } from '../core/merge.ts'
import { beginRestore, lengths } from '../backups/restores.ts'
import { tableOf } from '../core/table-of.ts'

const plan = '/failoverPlans/{FailoverPlan}'

/** How replicas take the place of their machines (em_rest vmReplicaPoints, vAppReplicaPoints, failoverPlans). */
export const failoverActions: readonly Action[] = [
  action({
    method: 'POST',
    path: '/vmReplicaPoints/{VmReplicaPoint}',
    action: 'failover',
    task: 'StartReplicaFailover',
    act({ simulation, row }) {
      const { id, up, VmDisplayName: name, HierarchyObjRef: ref } = row(vmReplicaPoint)
      const session = beginRestore(simulation, {
        name,
        server: up.BackupServer ?? '',
        of: [ref],
        as: ref,
        point: { type: vmReplicaPoint.name, id },
        minutes: lengths.failover,
      })
      return { related: { RestoreSession: [session] } }
    },
  }),
  action({
    method: 'POST',
    path: '/vAppReplicaPoints/{VAppReplicaPoint}',
    action: 'failover',
    task: 'StartReplicaFailover',
    act({ simulation, row }) {
      const { id, up, VAppDisplayName: name, related } = row(vAppReplicaPoint)
      const points = tableOf(simulation, vmReplicaPoint)
      const machines = related?.['VmReplicaPoint'] ?? []
      const session = beginRestore(simulation, {
        name,
        server: up.BackupServer ?? '',
        of: machines.flatMap((machine) => points.get(machine)?.HierarchyObjRef ?? []),
        point: { type: vAppReplicaPoint.name, id },
        minutes: lengths.failover,
      })
      return { related: { RestoreSession: [session] } }
    },
  }),
  action({
    method: 'POST',
    path: plan,
    action: 'start',
    task: 'StartFailoverPlan',
    body: { name: 'FailoverPlanManagementSpec', shape: failoverPlanManagementSpec() },
    check({ body: { StartNow, StartDate } }) {
      if (StartNow === false && StartDate === undefined)
        throw errors.badRequest('Found StartNow false and no StartDate; expected one of them.')
    },
    act({ simulation, body: { StartNow, StartDate }, row }) {
      startPlan(simulation, row(failoverPlan), StartNow === true ? undefined : StartDate)
      return {}
    },
  }),
  action({
    method: 'POST',
    path: plan,
    action: 'undo',
    task: 'UndoFailoverPlan',
    act({ simulation, row }) {
      undoPlan(simulation, row(failoverPlan))
      return {}
    },
  }),
  action({
    method: 'PUT',
    path: plan,
    task: 'EditFailoverPlan',
    body: editOf(failoverPlan, { Description: true }),
    act({ simulation, body, row }) {
      tableOf(simulation, failoverPlan).replace(merge(row(failoverPlan), body))
      return {}
    },
  }),
]
