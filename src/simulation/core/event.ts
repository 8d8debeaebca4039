import {
  array,
  boolean,
  discriminatedUnion,
  enumeration,
  id,
  instant,
  integer,
  name,
  object,
  optional,
} from '../../json-schema/shape.ts'
import type { ObjectOf, ShapeOf } from '../../json-schema/shape-of.ts'

/** The members of each kind of event. @param type accepts the types that live by themselves. */
const kindsOf = (type: ShapeOf<string>) => ({
  /** A job comes under its schedule. */
  plan: { job: id },
  /** The schedule runs a job that was planned for then. */
  due: { job: id, planned: instant },
  /** Somebody, or the end of another job, starts a job. */
  start: { job: id },
  /** An immediate copy has something new to copy. */
  wake: { job: id },
  /** A failed run is tried again for the objects that failed. */
  retry: { job: id, after: id, attempt: integer(0), objects: array(name) },
  /** An entity begins to live. */
  enter: { type, id },
  /** A stage of an entity's life ends; `isAsked` if somebody moves it on, whatever the time is. */
  stage: { type, id, stage: integer(0), isAsked: optional(boolean) },
  /** Somebody else's files fill a repository. */
  fill: { repository: id },
  /** A backup has been kept as long as it was to be. */
  expire: { backup: id },
  /** EM loses its connection to a backup server. */
  offline: { server: id },
})
type Kinds = ReturnType<typeof kindsOf>

/** What can happen, as plain data: the event queue is written down with the world. */
export type SimulationEvent = {
  readonly [W in keyof Kinds]: { readonly what: W } & ObjectOf<Kinds[W]>
}[keyof Kinds]

/** What will happen, and when. */
export type AgendaEntries = readonly { readonly at: number; readonly what: SimulationEvent }[]

/** The same in a dump. @param type accepts the types that live by themselves. */
export const agendaShape = (type: ShapeOf<string>): ShapeOf<AgendaEntries> =>
  array(
    object('an entry of the agenda', {
      at: instant,
      what: discriminatedUnion('what happens', 'what', shapesOf(kindsOf(type))),
    }),
  )

const shapesOf = (kinds: Kinds) =>
  Object.fromEntries(
    Object.entries(kinds).map(([what, members]) => [
      what,
      object('what happens', { what: enumeration(what), ...members }),
    ]),
  ) as unknown as { readonly [W in keyof Kinds]: ShapeOf<Extract<SimulationEvent, { what: W }>> }
