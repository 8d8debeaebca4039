import { upToEntity } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { failoveredVmShape as fields, type FailoverPlanRow } from './failover-plan-shape.ts'

const plan = 'FailoverPlan'

/** No page tells of it, but its plan's documents lead there. */
export const failoveredVm = defineResource({
  name: 'FailoveredVm',
  plural: 'FailoveredVms',
  path: 'failoverPlans/{FailoverPlan}/includes',
  keyless: { list: 'FailoveredVms' },
  container: undefined,

  fields: fields(),
  up: { FailoverPlan: plan },
  inside: [{ resource: plan, rows: (row) => machinesOf(row as FailoverPlanRow) }],

  links: [upToEntity(plan, 'failoverPlans')],
  referenceLinks: [],

  query: [],
  collections: [],
})

const machinesOf = ({ id, FailoverPlanInfo }: FailoverPlanRow): readonly Row[] =>
  FailoverPlanInfo.Includes.map((machine) => ({
    ...machine,
    id: machine.FailoveredVmId,
    up: { FailoverPlan: id },
  }))
