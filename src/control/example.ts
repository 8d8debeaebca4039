import type { Properties } from '../json-schema/kinds.ts'
import type { ObjectOf } from '../json-schema/shape-of.ts'

/**
 * How an operation is called, in the scenario `docs` after a client has listed its jobs: what the OpenAPI document shows. It
 * holds over HTTP and on the handle, with the same answer.
 */
export interface Example {
  /** What stands in the holes of the path, by name. */
  readonly path?: Readonly<Record<string, string>> | undefined
  /** What the query string says. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined
  readonly body?: unknown
  /** Operations, by name, that have been done before as their own examples say. */
  readonly after?: readonly string[]
  /** The one of these whose answer is the body: one that is too large to be written here. */
  readonly sends?: string
  /** Worlds that have been asked for before. */
  readonly worlds?: readonly string[]
}

/** The same of a path, a body and parameters: what it says is of their shapes, and none that has to be said is missing. */
export type ExampleOf<Path extends string, Body, Asked extends Properties> = Example &
  ([HoleOf<Path>] extends [never]
    ? { readonly path?: never }
    : { readonly path: Readonly<Record<HoleOf<Path>, string>> }) &
  ([keyof Asked] extends [never]
    ? { readonly parameters?: never }
    : Record<never, never> extends ObjectOf<Asked>
      ? { readonly parameters?: ObjectOf<Asked> }
      : { readonly parameters: ObjectOf<Asked> }) &
  (unknown extends Body ? unknown : { readonly body: Body })

/** The names of the holes of a path. */
type HoleOf<Path extends string> = Path extends `${string}{${infer Hole}}${infer Rest}` ? Hole | HoleOf<Rest> : never
