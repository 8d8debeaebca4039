import { errors } from '../../model/api-error.ts'
import type { ValueOf } from '../../model/shape.ts'
import {
  cloudHardwarePlanCreateSpec,
  cloudHardwarePlanEdit,
} from '../../resources/cloud-connect/cloud-hardware-plan-create-spec.ts'
import { cloudHardwarePlan, cloudTenant } from '../../resources/index.ts'
import { action, type Action, type Doing } from '../core/action.ts'
import { freshId } from '../core/fresh-id.ts'
import {
  detailsWith,
  platformOf,
  refuseUnfitPlan,
  subscribersAfter,
  subscribersOf,
  type GivenDetails,
  type Plan,
} from './hardware-plan.ts'
import { serverFor } from '../infrastructure/referred.ts'
import { tableOf } from '../core/table-of.ts'

type Spec = ValueOf<ReturnType<typeof cloudHardwarePlanCreateSpec>>
type Edit = ValueOf<ReturnType<typeof cloudHardwarePlanEdit>>

const path = '/cloud/hardwarePlans'
const one = `${path}/{CloudHardwarePlan}`

/** What tenants may replicate to (em_rest post_hardwareplans, put_hardwareplans_id, delete_hardwareplans_id). */
export const cloudHardwarePlansActions: readonly Action[] = [
  action({
    method: 'POST',
    path,
    // As the finished task of the page says; the running one is called CreateCloudGateway there.
    task: 'CreateCloudHardwarePlan',
    body: { name: 'CloudHardwarePlanCreateSpec', shape: cloudHardwarePlanCreateSpec() },
    check: (doing) => wanted(doing),
    act: ({ simulation }, plan) => {
      tableOf(simulation, cloudHardwarePlan).add(plan)
      return { related: { CloudHardwarePlan: [plan.id] } }
    },
  }),
  action({
    method: 'PUT',
    path: one,
    task: 'EditCloudHardwarePlan',
    body: { name: 'CloudHardwarePlan', shape: cloudHardwarePlanEdit(), isPartial: true },
    check: (doing) => edited(doing),
    act: ({ simulation }, { plan, subscribers }) => {
      tableOf(simulation, cloudHardwarePlan).replace(plan)
      for (const tenant of subscribers) tableOf(simulation, cloudTenant).replace(tenant)
      return {}
    },
  }),
  action({
    method: 'DELETE',
    path: one,
    task: 'DeleteCloudHardwarePlan',
    check: ({ simulation, row }) => {
      const { id, Name } = row(cloudHardwarePlan)
      const [subscriber] = subscribersOf(simulation, id)
      if (subscriber !== undefined)
        throw errors.badRequest(`Hardware plan "${Name}" has subscribers, such as the tenant "${subscriber.Name}".`)
    },
    act: ({ simulation, row }) => {
      tableOf(simulation, cloudHardwarePlan).remove(row(cloudHardwarePlan).id)
      return {}
    },
  }),
]

function wanted({ simulation, body }: Doing<Spec>): Plan {
  const server = serverFor(simulation, body)
  const { Name, Description = '', HardwarePlanDetails: given } = body
  const plans = tableOf(simulation, cloudHardwarePlan).under('BackupServer', server.id)
  if (Name.trim() === '') throw errors.badRequest('The name of the hardware plan is empty.')
  if (plans.some((it) => it.Name.toLowerCase() === Name.toLowerCase()))
    throw errors.badRequest(`There is a hardware plan "${Name}" already.`)
  refuseBoth(given)
  const id = freshId(simulation, cloudHardwarePlan, server.id, Name)
  const plan = {
    id,
    up: { BackupServer: server.id },
    Description,
    ...limitsOf(body),
    HardwarePlanDetails: detailsWith(simulation, id, given),
    Name,
    Platform: platformOf(given),
  }
  refuseUnfitPlan(simulation, plan)
  return plan
}

function edited({ simulation, row, body }: Doing<Edit>) {
  const before = row(cloudHardwarePlan)
  const { Description = before.Description, HardwarePlanDetails: given } = body
  if (given !== undefined) refuseBoth(given)
  if (given !== undefined && platformOf(given) !== before.Platform)
    throw errors.badRequest(`Hardware plan "${before.Name}" is for ${before.Platform} and stays so.`)
  const { ProcessorUsageLimitMhz: cpu, MemoryUsageLimitMb: memory, ...rest } = before
  const plan: Plan = {
    ...rest,
    Description,
    ...limitsOf({ ProcessorUsageLimitMhz: cpu, MemoryUsageLimitMb: memory, ...body }),
    ...(given !== undefined && {
      HardwarePlanDetails: detailsWith(simulation, before.id, given, before.HardwarePlanDetails),
    }),
  }
  refuseUnfitPlan(simulation, plan)
  return { plan, subscribers: subscribersAfter(simulation, before, plan) }
}

function refuseBoth({ ViCloudHardwarePlan, HvCloudHardwarePlan }: GivenDetails): void {
  if ((ViCloudHardwarePlan === undefined) === (HvCloudHardwarePlan === undefined))
    throw errors.badRequest('HardwarePlanDetails holds either ViCloudHardwarePlan or HvCloudHardwarePlan.')
}

/** Limits as they are kept: -1 is none (em_rest post_hardwareplans). */
function limitsOf(given: {
  readonly ProcessorUsageLimitMhz?: number | undefined
  readonly MemoryUsageLimitMb?: number | undefined
}): Partial<Pick<Plan, 'ProcessorUsageLimitMhz' | 'MemoryUsageLimitMb'>> {
  const { ProcessorUsageLimitMhz: cpu = -1, MemoryUsageLimitMb: memory = -1 } = given
  return {
    ...(cpu !== -1 && { ProcessorUsageLimitMhz: cpu }),
    ...(memory !== -1 && { MemoryUsageLimitMb: memory }),
  }
}
