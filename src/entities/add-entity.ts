// Module entities: entities that a test adds, changes and removes by itself.
import { writeInstant } from '../clock/instant.ts'
import { freshId } from '../simulation/core/fresh-id.ts'
import { atRest } from '../simulation/jobs/job-model.ts'
import { merge } from '../simulation/core/merge.ts'
import { plan } from '../simulation/jobs/plan.ts'
import { without } from '../simulation/core/without.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { nameKey } from '../model/names.ts'
import { ApiError } from '../model/api-error.ts'
import type { Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import { refuseDoubles, refuseOrphan } from './entity-checks.ts'
import { readFields, type GivenFields } from './entity-fields.ts'
import { entityForm, type EntityForm } from './entity-form.ts'
import { memberIn, modelsFor } from './entity-model.ts'
import { withImplied } from './entity-parents.ts'
import { knownRows, noteAdded } from './known-rows.ts'
import { editableType } from './entity-type.ts'
import { agree, membersAfter, upAfter } from './plausible.ts'
import { jobState } from '../simulation/jobs/job-state.ts'

/**
 * Adds an entity of a type. What its fields do not say is as the latest of its kind has it; a job lives, and can be
 * started. What has to do with the points of a backup is not known to the retention of its job.
 * @param fields EM's members, such as `{"JobName":"Backup Job 1","Result":"Failed"}`; see `readFields`.
 * Throws ApiErrors: 400 for a type, a member, a value or a parent that cannot be, 409 for an id that is taken.
 */
export function addEntity(simulation: Simulation, type: string, fields: GivenFields): EntityForm {
  simulation.catchUp()
  const resource = editableType(simulation, type)
  const read = readFields(simulation, resource, fields)
  const given = withImplied(simulation, resource, read.up)
  const models = modelsFor(simulation, resource, { ...read, up: given })
  const up = upAfter(simulation, resource, models.own, withRoots(simulation, resource, models.own, given))
  const name = newName(simulation, resource, models.own, read.members)
  const id = idFor(simulation, resource, { id: read.id, name, up })
  const filled = membersAfter(simulation, resource, models, { id, up, given: read.members })
  const members = {
    ...merge(filled, read.members),
    ...(name !== undefined && { Name: name }),
  } as Record<string, unknown>
  agree(simulation, resource, up, members)
  for (const member of read.without) members[member] = undefined
  const row: Row = { ...present(members), id, up }
  refuseOrphan(resource, row)
  // The ids in what was filled in are new as its own is: to look among all others would take longer with each that is added.
  refuseDoubles(simulation, resource, row, { ...present(filled), id, up })
  simulation.store.table(resource.name).add(row)
  bringToLife(simulation, models.own, row, name ?? id)
  const form = entityForm(simulation, resource, simulation.store.table(resource.name).get(id) ?? row)
  noteAdded(simulation.store, resource.name, memberIn(row, 'Name'))
  return form
}

const present = (members: GivenFields): GivenFields =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))

/** With no model, what belongs to nothing itself is what everything is on: the first of it will do. */
function withRoots(
  { store }: Simulation,
  resource: Resource,
  model: Row | undefined,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (model !== undefined) return given
  const up: Record<string, string> = {}
  for (const [role, type] of Object.entries(resource.up)) {
    const above = store.register.find(type)
    const [first] = above !== undefined && Object.keys(above.up).length === 0 ? store.table(above.name) : []
    if (role === type && first !== undefined) up[role] = first.id
  }
  return { ...up, ...given }
}

/** A Name that nothing of the type has, if it has one and none is given: `Backup Job 1 (2)`. */
function newName(
  { store }: Simulation,
  { name: type, naming, fields }: Resource,
  model: Row | undefined,
  members: GivenFields,
): string | undefined {
  if (naming.by !== 'name' || fields['Name'] === undefined) return undefined
  const given = members['Name']
  if (typeof given === 'string') return given
  const before = memberIn(model, 'Name')
  const stem = typeof before === 'string' && before !== '' ? before.replace(/ \(\d+\)$/, '') : type
  const { names, numbers } = knownRows(store)
  const taken = names.get(type) ?? new Set([...store.table(type)].map((row) => memberIn(row, 'Name')))
  names.set(type, taken)
  if (!taken.has(stem)) return stem
  const counted = JSON.stringify([type, stem])
  let n = numbers.get(counted) ?? 2
  while (taken.has(`${stem} (${n})`)) n++
  numbers.set(counted, n)
  return `${stem} (${n})`
}

interface Wanted {
  readonly id: string | undefined
  readonly name: string | undefined
  readonly up: Row['up']
}

function idFor(simulation: Simulation, resource: Resource, { id, name, up }: Wanted): string {
  const wanted = resource.key === 'name' && name !== undefined ? nameKey(name) : id
  if (wanted === undefined)
    return freshId(simulation, resource, 'added', ...Object.values(up).map(String), writeInstant(simulation.now()))
  if (simulation.store.table(resource.name).get(wanted) === undefined) return wanted
  throw new ApiError(409, `There is a ${resource.name} ${wanted} already; change or remove that.`)
}

/** What runs, runs as its model does, on the same machines and into the same repository. */
function bringToLife(simulation: Simulation, model: Row | undefined, row: Row, name: string): void {
  const like = simulation.state(jobState).jobs.get(model?.id ?? '')
  if (like === undefined || model === undefined) return
  const up = Object.fromEntries(
    Object.entries(like.up).map(([role, id]) => [role, id === model.id ? row.id : (row.up[role] ?? id)]),
  )
  simulation.state(jobState).jobs.set(row.id, {
    ...without(without(without(like, 'keptAt'), 'retry'), 'folderName'),
    id: row.id,
    name,
    up: { ...like.up, ...up },
    ...atRest,
  })
  plan(simulation, row.id)
}
