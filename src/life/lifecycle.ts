import type { Duration } from '../clock/duration.ts'
import type { Row } from '../model/shape.ts'
import type { Table } from '../store/table.ts'
import type { World } from './world.ts'

/** The resource types that live by themselves. */
export type LivingType = 'BackupJobSession' | 'BackupTaskSession'

/** A part of an entity's life. */
export interface Stage<E> {
  /** Whether the entity is in it; the first stage that says so is the one. */
  readonly when: (row: E, world: World) => boolean
  readonly lasts: (row: E, world: World) => Duration
  /** What has changed when it ends. */
  readonly becomes: (row: E, world: World) => Partial<E>
  /** What that brings about elsewhere. */
  readonly then?: (row: E, world: World) => void
}

/** An entity's life, as the agenda asks for it. */
export interface Lifecycle {
  /** Notes when the stage that the entity is in will end; nothing if it is in none or gone. */
  enter(world: World, id: string): void
  /** Ends the stage, unless the entity has left it by another way, and enters the next. */
  end(world: World, id: string, stage: number): void
}

export function lifecycleOf<E extends Row>(
  type: LivingType,
  tableIn: (world: World) => Table<E>,
  stages: readonly Stage<E>[],
): Lifecycle {
  const lifecycle: Lifecycle = {
    enter(world, id) {
      const row = tableIn(world).get(id)
      if (row === undefined) return
      const stage = stages.findIndex((it) => it.when(row, world))
      const lasts = stages[stage]?.lasts(row, world)
      if (lasts !== undefined) world.note(world.now() + lasts, { what: 'stage', type, id, stage })
    },
    end(world, id, index) {
      const table = tableIn(world)
      const row = table.get(id)
      const stage = stages[index]
      if (row === undefined || stage?.when(row, world) !== true) return
      const changed = { ...row, ...stage.becomes(row, world) }
      table.replace(changed)
      stage.then?.(changed, world)
      lifecycle.enter(world, id)
    },
  }
  return lifecycle
}
