import { changeJob } from '../simulation/jobs/change-job.ts'
import { merge } from '../simulation/core/merge.ts'
import { plan } from '../simulation/jobs/plan.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { errors } from '../model/api-error.ts'
import type { Row } from '../model/shape.ts'
import { sameId } from '../store/same-id.ts'
import { refuseDoubles } from './entity-checks.ts'
import { readFields, type GivenFields } from './entity-fields.ts'
import { entityForm, type EntityForm } from './entity-form.ts'
import { memberIn } from './entity-model.ts'
import { withImplied } from './entity-parents.ts'
import { editableType, entityRow } from './entity-type.ts'
import { keepBase } from './keep-base.ts'
import { agree } from './plausible.ts'
import { jobState } from '../simulation/jobs/job-state.ts'

/**
 * Changes what the fields say of an entity, deep inside too; a list is replaced as a whole, null takes away what may be
 * missing. What life knows of a job beside its row, such as its machines, stays. Throws ApiErrors: 404 for no such
 * entity, 400 for what cannot be.
 */
export function changeEntity(simulation: Simulation, type: string, id: string, fields: GivenFields): EntityForm {
  simulation.catchUp()
  const resource = editableType(simulation, type)
  const before = entityRow(simulation, resource, id)
  const read = readFields(simulation, resource, changedIn(entityForm(simulation, resource, before), fields))
  if (read.id !== undefined && sameId(read.id) !== sameId(before.id))
    throw errors.badRequest(`The id of a ${resource.name} cannot be changed; add another one.`)
  if (resource.key === 'name' && read.members['Name'] !== undefined)
    throw errors.badRequest(`A ${resource.name} is known by its Name; add another one.`)
  const up = { ...presentIn(before.up), ...withImplied(simulation, resource, read.up) }
  const members = { ...merge(before, read.members) } as Record<string, unknown> & Row
  for (const name of Object.keys(read.members)) {
    const shape = resource.fields[name]
    if (shape !== undefined) members[name] = keepBase(shape, memberIn(before, name), members[name])
  }
  if (Object.keys(read.up).length > 0) agree(simulation, resource, up, members)
  for (const member of read.without) Reflect.deleteProperty(members, member)
  const row: Row = { ...members, id: before.id, up }
  refuseDoubles(simulation, resource, row, before)
  simulation.store.table(resource.name).replace(row)
  if (simulation.state(jobState).jobs.has(row.id)) {
    changeJob(simulation, row.id, { name: simulation.store.nameOf(resource.name, row.id) ?? row.id })
    plan(simulation, row.id)
  }
  return entityForm(simulation, resource, simulation.store.table(resource.name).get(row.id) ?? row)
}

/** What is said as it is need not be such as could be said anew: a session may outlive its job. */
const changedIn = ({ fields: now }: EntityForm, fields: GivenFields): GivenFields =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => value === undefined || JSON.stringify(now[name]) !== JSON.stringify(value),
    ),
  )

const presentIn = (up: Row['up']): Record<string, string> =>
  Object.fromEntries(Object.entries(up).flatMap(([role, id]) => (id === undefined ? [] : [[role, id]])))
