import type { Instant } from '../clock/instant.ts'
import type { LivingType } from './lifecycle.ts'
import { lifecycles } from './lifecycles.ts'
import { plan } from './plan.ts'
import { due, retryDue, startRun } from './start.ts'
import type { World } from './world.ts'

/** What can happen, as plain data: the agenda is written down with the world. */
export type Happening =
  /** A job comes under its schedule. */
  | { readonly what: 'plan'; readonly job: string }
  /** The schedule runs a job that was planned for then. */
  | { readonly what: 'due'; readonly job: string; readonly planned: Instant }
  /** Somebody, or the end of another job, starts a job. */
  | { readonly what: 'start'; readonly job: string }
  | {
      readonly what: 'retry'
      readonly job: string
      readonly after: string
      readonly attempt: number
      readonly objects: readonly string[]
    }
  /** An entity begins to live. */
  | { readonly what: 'enter'; readonly type: LivingType; readonly id: string }
  /** A stage of an entity's life ends. */
  | {
      readonly what: 'stage'
      readonly type: LivingType
      readonly id: string
      readonly stage: number
    }

/** Lets it happen. Kinds of happening are closed; every one of them tolerates that what it is about is gone or over. */
export function happen(world: World, happening: Happening): void {
  switch (happening.what) {
    case 'plan':
      return plan(world, happening.job)
    case 'due':
      return due(world, happening.job, happening.planned)
    case 'start':
      startRun(world, happening.job)
      return
    case 'retry':
      return retryDue(world, happening)
    case 'enter':
      return lifecycles[happening.type].enter(world, happening.id)
    case 'stage':
      return lifecycles[happening.type].end(world, happening.id, happening.stage)
  }
}
