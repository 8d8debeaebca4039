import type { EntityType } from './entity-type.ts'

/** A world written down: plain data, which `load` and `--scenario` read. What it has besides is how it goes on. */
export interface Dump {
  readonly format: string
  readonly version: number
  readonly scenario: string
  readonly seed: number
  readonly clock: { readonly mode: string; readonly now: string }
  /** What there is, by type. */
  readonly rows: Readonly<Partial<Record<EntityType, readonly { readonly id: string }[]>>>
}
