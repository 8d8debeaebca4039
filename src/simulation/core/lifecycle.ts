import type { Duration } from '../../clock/duration.ts'
import type { EntityOf, Resource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { tableOf } from './table-of.ts'
import { progressionOf, workItemOf, wait } from './progress.ts'
import type { Simulation } from './simulation.ts'

/** What says whose work it is. */
type Work = Row & { readonly JobUid?: string; readonly JobSessionUid?: string }

/** A part of an entity's life. */
export interface Stage<E> {
  /** Whether the entity is in it; the first stage that says so is the one. */
  readonly when: (row: E, simulation: Simulation) => boolean
  readonly lasts: (row: E, simulation: Simulation) => Duration
  /** The entity as it is when it ends. */
  readonly becomes: (row: E, simulation: Simulation) => E
  /** What that brings about elsewhere. */
  readonly then?: (row: E, simulation: Simulation) => void
}

/** An entity's life, as the event queue asks for it. */
export interface Lifecycle {
  /** The resource type that lives so. */
  readonly type: string
  /** All that are in one of its stages, and whose work each is. */
  underWay(simulation: Simulation): readonly { readonly id: string; readonly job: string | undefined }[]
  /** Notes when the stage that the entity is in will end; nothing if it is in none or gone. */
  enter(simulation: Simulation, id: string): void
  /**
   * Ends the stage, unless the entity has left it by another way, and enters the next.
   * @param isAsked whether somebody moves it on; if time does, work that does not move by time stays.
   */
  end(simulation: Simulation, id: string, stage: number, isAsked: boolean): void
}

export function lifecycleOf<R extends Resource>(
  resource: R,
  stages: readonly Stage<NoInfer<EntityOf<R> & Row>>[],
): Lifecycle {
  const type = resource.name
  const begin = (simulation: Simulation, row: EntityOf<R> & Row): void => {
    const index = stages.findIndex(({ when }) => when(row, simulation))
    const stage = stages[index]
    if (stage === undefined || isHeld(simulation, row, index)) return
    const { moves } = progressionOf(simulation, (row as Work).JobUid)
    const lasts = moves === 'instant' ? 0 : stage.lasts(row, simulation)
    simulation.note(simulation.now() + lasts, { what: 'stage', type, id: row.id, stage: index })
  }
  /** Whether it waits for somebody to move it on; it is noted then. */
  const isHeld = (simulation: Simulation, row: Work, stage: number): boolean => {
    const { moves } = progressionOf(simulation, row.JobUid)
    if (moves === 'time' || moves === 'instant') return false
    wait(simulation, workItemOf(simulation, row), row.JobUid, { type, id: row.id, stage })
    return true
  }
  return {
    type,
    underWay: (simulation) =>
      [...tableOf(simulation, resource)]
        .filter((row) => stages.some(({ when }) => when(row, simulation)))
        .map((row) => ({ id: row.id, job: (row as Work).JobUid })),
    enter(simulation, id) {
      const row = tableOf(simulation, resource).get(id)
      if (row !== undefined) begin(simulation, row)
    },
    end(simulation, id, index, isAsked) {
      const table = tableOf(simulation, resource)
      const row = table.get(id)
      const stage = stages[index]
      if (row === undefined || stage?.when(row, simulation) !== true) return
      if (!isAsked && isHeld(simulation, row, index)) return
      const changed = stage.becomes(row, simulation)
      table.replace(changed)
      stage.then?.(changed, simulation)
      begin(simulation, stage.then === undefined ? changed : (table.get(id) ?? changed))
    },
  }
}
