import type { Duration } from '../../clock/duration.ts'
import type { EntityOf, Resource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { tableOf } from './table-of.ts'
import { movesOf, pieceOf, wait } from './progress.ts'
import type { World } from './simulation.ts'

/** What says whose work it is. */
type Work = Row & { readonly JobUid?: string; readonly JobSessionUid?: string }

/** A part of an entity's life. */
export interface Stage<E> {
  /** Whether the entity is in it; the first stage that says so is the one. */
  readonly when: (row: E, world: World) => boolean
  readonly lasts: (row: E, world: World) => Duration
  /** The entity as it is when it ends. */
  readonly becomes: (row: E, world: World) => E
  /** What that brings about elsewhere. */
  readonly then?: (row: E, world: World) => void
}

/** An entity's life, as the agenda asks for it. */
export interface Lifecycle {
  /** The resource type that lives so. */
  readonly type: string
  /** All that are in one of its stages, and whose work each is. */
  underWay(world: World): readonly { readonly id: string; readonly job: string | undefined }[]
  /** Notes when the stage that the entity is in will end; nothing if it is in none or gone. */
  enter(world: World, id: string): void
  /**
   * Ends the stage, unless the entity has left it by another way, and enters the next.
   * @param isAsked whether somebody moves it on; if time does, work that does not move by time stays.
   */
  end(world: World, id: string, stage: number, isAsked: boolean): void
}

export function lifecycleOf<R extends Resource>(
  resource: R,
  stages: readonly Stage<NoInfer<EntityOf<R> & Row>>[],
): Lifecycle {
  const type = resource.name
  const begin = (world: World, row: EntityOf<R> & Row): void => {
    const index = stages.findIndex(({ when }) => when(row, world))
    const stage = stages[index]
    if (stage === undefined || isHeld(world, row, index)) return
    const { moves } = movesOf(world, (row as Work).JobUid)
    const lasts = moves === 'instant' ? 0 : stage.lasts(row, world)
    world.note(world.now() + lasts, { what: 'stage', type, id: row.id, stage: index })
  }
  /** Whether it waits for somebody to move it on; it is noted then. */
  const isHeld = (world: World, row: Work, stage: number): boolean => {
    const { moves } = movesOf(world, row.JobUid)
    if (moves === 'time' || moves === 'instant') return false
    wait(world, pieceOf(world, row), row.JobUid, { type, id: row.id, stage })
    return true
  }
  return {
    type,
    underWay: (world) =>
      [...tableOf(world, resource)]
        .filter((row) => stages.some(({ when }) => when(row, world)))
        .map((row) => ({ id: row.id, job: (row as Work).JobUid })),
    enter(world, id) {
      const row = tableOf(world, resource).get(id)
      if (row !== undefined) begin(world, row)
    },
    end(world, id, index, isAsked) {
      const table = tableOf(world, resource)
      const row = table.get(id)
      const stage = stages[index]
      if (row === undefined || stage?.when(row, world) !== true) return
      if (!isAsked && isHeld(world, row, index)) return
      const changed = stage.becomes(row, world)
      table.replace(changed)
      stage.then?.(changed, world)
      begin(world, stage.then === undefined ? changed : (table.get(id) ?? changed))
    },
  }
}
