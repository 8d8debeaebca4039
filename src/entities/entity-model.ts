import { jobTypes } from '../simulation/jobs/job-rows.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { errors } from '../model/api-error.ts'
import type { Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import { sameId } from '../store/same-id.ts'
import type { GivenFields, ReadFields } from './entity-fields.ts'
import { knownRows } from './known-rows.ts'
import { jobState } from '../simulation/jobs/job-state.ts'
import { restoreState } from '../simulation/backups/restore-state.ts'
import { workState } from '../simulation/core/work-state.ts'

/** What a new entity is made after. */
export interface Models {
  /** The latest row that agrees most with what is given: its parents first, then its members. */
  readonly own: Row | undefined
  /** One that agrees more with the members, whatever it belongs to: it says which members may be missing. */
  readonly alike: Row | undefined
}

/** The value of a row's member. */
export const memberIn = (row: Row | undefined, member: string): unknown =>
  (row as unknown as GivenFields | undefined)?.[member]

/**
 * The rows after which a new one is made. Throws a 400 ApiError for a job that is like none: only those that are can run.
 */
export function modelsFor(
  simulation: Simulation,
  resource: Resource,
  { up, members }: Pick<ReadFields, 'up' | 'members'>,
): Models {
  const lives = jobTypes.includes(resource.name)
  const telling = Object.keys(members).filter((it) =>
    ['enumeration', 'boolean'].includes(resource.fields[it]?.kind ?? ''),
  )
  const table = simulation.store.table(resource.name)
  // What nothing belongs to makes no difference.
  const parents = Object.entries(up).filter(([role, id]) => table.positionsUnder(role, id).length > 0)
  // What is part of another of its kind is what such a one does, rather than one that somebody adds.
  const inner = Object.keys(resource.up).filter((role) => resource.up[role] === resource.name)
  // What has an end is over.
  const ends = Object.keys(resource.fields).filter((it) => {
    const shape = resource.fields[it]
    return shape?.kind === 'dateTime' && shape.optional === true
  })
  const weight = telling.length + 1
  const { searches } = knownRows(simulation.store)
  const asked = JSON.stringify([resource.name, parents, telling.map((it) => [it, members[it]])])
  const search = searches.get(asked) ?? { own: undefined, alike: undefined, best: -1, most: -1, next: 0 }
  searches.set(asked, search)
  for (; search.next < table.positions; search.next++) {
    const row = table.at(search.next)
    if (row === undefined || (lives && !simulation.state(jobState).jobs.has(row.id))) continue
    const agreed = telling.filter((it) => memberIn(row, it) === members[it]).length
    const near = parents.filter(([role, id]) => sameId(row.up[role] ?? '') === sameId(id)).length
    if (agreed >= search.most) [search.alike, search.most] = [row, agreed]
    // What is under way is no model in full, since nothing would end its copy.
    if (!lives && isUnderWay(simulation, row)) continue
    const isWhole = inner.every((role) => row.up[role] === undefined)
    const isOver = ends.every((it) => memberIn(row, it) !== undefined)
    const score = (near * weight + agreed) * 3 + Number(isWhole) + Number(isOver)
    if (score >= search.best) [search.own, search.best] = [row, score]
  }
  const { own, alike } = search
  if (lives) return { own: livingModel(resource, telling, members, alike, own), alike: undefined }
  const isBetter = telling.some((it) => memberIn(own, it) !== members[it])
  return { own, alike: isBetter ? alike : undefined }
}

function isUnderWay(simulation: Simulation, { id, up }: Row): boolean {
  const { runs } = simulation.state(jobState)
  const { restores } = simulation.state(restoreState)
  const { pieces } = simulation.state(workState)
  return [id, ...Object.values(up)].some(
    (it) => it !== undefined && (runs.has(it) || restores.has(it) || pieces.has(it)),
  )
}

/** What kind of job it is, its enumerations say; its switches do not. */
function livingModel(
  { name, fields }: Resource,
  telling: readonly string[],
  members: GivenFields,
  alike: Row | undefined,
  own: Row | undefined,
): Row {
  const kinds = telling.filter((it) => fields[it]?.kind === 'enumeration')
  const fits = (row: Row | undefined) => kinds.every((it) => memberIn(row, it) === members[it])
  const found = [own, alike].find((row) => row !== undefined && fits(row))
  if (found !== undefined) return found
  const wanted = kinds.map((it) => `${it} ${String(members[it])}`).join(' and ')
  throw errors.badRequest(
    `A new ${name} runs as one that is there already, and there is none${wanted === '' ? '' : ` of ${wanted}`}.`,
  )
}
