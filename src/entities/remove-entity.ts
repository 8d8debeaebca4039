import { changeJob } from '../simulation/jobs/change-job.ts'
import { writtenAs } from '../simulation/jobs/job-rows.ts'
import { removeWhole } from '../simulation/core/remove.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { errors } from '../model/api-error.ts'
import type { Row } from '../model/shape.ts'
import { sameId } from '../store/same-id.ts'
import { editableType, entityRow } from './entity-type.ts'
import { chainState, type Point } from '../simulation/backups/chain-state.ts'
import { jobState } from '../simulation/jobs/job-state.ts'

/**
 * Removes an entity with all that belongs to it; a run under way ends unseen with its session. Returns what was removed.
 * Throws ApiErrors: 404 for no such entity, 400 for a part of a run under way, which goes with that alone.
 */
export function removeEntity(
  simulation: Simulation,
  type: string,
  id: string,
): { readonly type: string; readonly id: string; readonly name: string } {
  simulation.catchUp()
  const resource = editableType(simulation, type)
  const row = entityRow(simulation, resource, id)
  const name = simulation.store.nameOf(resource.name, row.id) ?? ''
  refusePart(simulation, row)
  removeRuns(simulation, row.id)
  removeWhole(simulation, resource, row.id)
  for (const { id: job, running } of [...simulation.state(jobState).jobs.values()])
    if (running !== undefined && !simulation.state(jobState).runs.has(running))
      changeJob(simulation, job, { running: undefined, isQueued: false })
  dropPoints(simulation)
  return { type: resource.name, id: row.id, name }
}

/** The sessions of a job that are under way go with it: nothing would end them. */
function removeRuns(simulation: Simulation, id: string): void {
  const kind = simulation.state(jobState).jobs.get(id)?.kind
  const sessions = simulation.store.register.find(kind === undefined ? '' : writtenAs[kind].session)
  if (sessions === undefined) return
  for (const { session, job } of [...simulation.state(jobState).runs.values()])
    if (job === id) removeWhole(simulation, sessions, session)
}

function refusePart(simulation: Simulation, { id, up }: Row): void {
  const { runs } = simulation.state(jobState)
  const held = Object.values(up).find((it) => it !== undefined && runs.has(sameId(it)))
  const whole = runs.get(id)?.parent ?? held
  if (whole !== undefined)
    throw errors.badRequest(
      `It is part of the session ${whole}, which is under way; remove that one, or stop it first.`,
    )
}

/** Chains forget the points that are there no more. */
function dropPoints(simulation: Simulation): void {
  const { store } = simulation
  const { chains } = simulation.state(chainState)
  const held = store.resources.filter(({ inside }) => inside === undefined)
  const tables = held.map(({ name }) => store.table(name)).filter(({ size }) => size > 0)
  const isThere = (id: string) => tables.some((table) => table.get(id) !== undefined)
  const isWhole = ({ machines, stored }: Point) =>
    stored === undefined ? machines.some((it) => isThere(it.id)) : isThere(stored.id) && isThere(stored.file)
  for (const [key, points] of [...chains]) {
    const left = points.filter(isWhole)
    if (left.length < points.length) chains.set(key, left)
  }
}
