import { upToEntity } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { cloudFailoveredVmShape as fields, type CloudFailoverPlanRow } from './cloud-failover-plan-shape.ts'

const here = 'cloud/cloudFailoverPlans/{CloudFailoverPlan}/includes'
const plan = 'CloudFailoverPlan'

export const cloudFailoveredVm = defineResource({
  name: 'CloudFailoveredVm',
  plural: 'CloudFailoveredVms',
  path: here,
  keyless: { list: 'CloudFailoveredVms' },
  container: undefined,
  tenant: plan,

  fields: fields(),
  up: { CloudFailoverPlan: plan },
  inside: [{ resource: plan, rows: (row) => machinesOf(row as CloudFailoverPlanRow) }],

  links: [upToEntity(plan, 'cloud/cloudFailoverPlans')],
  referenceLinks: [],

  query: [],
  collections: [{ path: `/${here}` }],
})

const machinesOf = ({ id, CloudFailoverPlanInfo }: CloudFailoverPlanRow): readonly Row[] =>
  CloudFailoverPlanInfo.Includes.map((machine) => ({
    ...machine,
    id: machine.FailoverPlanVMId,
    up: { CloudFailoverPlan: id },
  }))
