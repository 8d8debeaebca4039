import type { Struct } from './shape.ts'

/** What the body of a request is to be. */
export interface BodySpec<S extends Struct = Struct> {
  /** Its root in XML. */
  readonly name: string
  /** All names that its root may have, if there are several. */
  readonly names?: readonly string[]
  /** Its root may have any name. */
  readonly hasAnyName?: boolean
  readonly shape: S
  /** Whatever it leaves out stays as it is: nothing is required but in the items of lists. */
  readonly isPartial?: boolean
  /** It may be left out altogether, and is read as one that says nothing then. */
  readonly isOptional?: boolean
}
