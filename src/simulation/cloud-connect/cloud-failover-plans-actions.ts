import { errors } from '../../model/api-error.ts'
import { cloudFailoverPlanManagementSpec } from '../../resources/cloud-connect/cloud-failover-plan-management-spec.ts'
import { cloudFailoverPlan } from '../../resources/index.ts'
import { action, editOf, type Action } from '../core/action.ts'
import { failedOver, refuseUnderWay, startCloudFailover, undoCloudFailover } from './cloud-failover.ts'
import { merge } from '../core/merge.ts'
import { removeWhole } from '../core/remove.ts'
import { tableOf } from '../core/table-of.ts'

const path = '/cloud/cloudFailoverPlans/{CloudFailoverPlan}'

/** What is done by tenants' plans for the case that their site is down (em_rest post_cloudfailoverplans_id_…). */
export const cloudFailoverPlansActions: readonly Action[] = [
  action({
    method: 'POST',
    path,
    action: 'start',
    task: 'StartCloudFailoverPlan',
    body: { name: 'CloudFailoverPlanManagementSpec', shape: cloudFailoverPlanManagementSpec() },
    tenantsToo: true,
    check({ body: { StartNow, StartDate } }) {
      if (StartNow === false && StartDate === undefined)
        throw errors.badRequest('Found StartNow false and no StartDate; expected one of them.')
    },
    act({ simulation, row, body: { StartNow, StartDate } }) {
      const before = StartNow === true ? undefined : StartDate
      return startCloudFailover(simulation, row(cloudFailoverPlan), { isTest: false, before })
    },
  }),
  action({
    method: 'POST',
    path,
    action: 'test',
    // As the real server does: a trial is called so too (documented).
    task: 'StartCloudFailoverPlan',
    act: ({ simulation, row }) => startCloudFailover(simulation, row(cloudFailoverPlan), { isTest: true }),
  }),
  action({
    method: 'POST',
    path,
    action: 'undo',
    task: 'UndoCloudFailoverPlan',
    tenantsToo: true,
    act: ({ simulation, row }) => undoCloudFailover(simulation, row(cloudFailoverPlan)),
  }),
  action({
    method: 'PUT',
    path,
    // As the real server does: not UpdateCloudFailoverPlan (documented).
    task: 'UpdateFailoverPlan',
    body: editOf(cloudFailoverPlan, { CloudFailoverPlanOptions: true }),
    act({ simulation, row, body }) {
      tableOf(simulation, cloudFailoverPlan).replace(merge(row(cloudFailoverPlan), body))
      return {}
    },
  }),
  action({
    method: 'DELETE',
    path,
    task: 'DeleteCloudFailoverPlan',
    check({ simulation, row }) {
      const plan = row(cloudFailoverPlan)
      refuseUnderWay(simulation, plan)
      if (failedOver(simulation, plan).length > 0)
        throw errors.badRequest(`Machines of failover plan "${plan.Name}" have failed over; undo that first.`)
    },
    act({ simulation, row }) {
      removeWhole(simulation, cloudFailoverPlan, row(cloudFailoverPlan).id)
      return {}
    },
  }),
]
