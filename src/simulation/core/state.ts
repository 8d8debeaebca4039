import type { JsonShape } from '../../json-schema/kinds.ts'
import type { Complaint } from '../../json-schema/check.ts'
import type { Place } from '../../json-schema/place.ts'
import type { ShapeOf } from '../../json-schema/shape-of.ts'

// What worlds know beside their rows. A group of it is declared by its owner and listed in `states.ts`, and that is all:
// worlds hold it, snapshots copy it, and dumps write and read it.

/** What the shapes of some state depend on, and only those who know everything can tell. */
export interface Registered {
  /** Accepts the types that live by themselves. */
  readonly type: ShapeOf<string>
  /** The shapes of what tasks do, by the keys of their actions. */
  readonly orders: Readonly<Record<string, JsonShape>>
}

/** Whose ids something is kept by: what is gone is forgotten everywhere. */
export type Owner = 'backup' | 'failover plan' | 'job' | 'logon session' | 'machine' | 'server' | 'session' | 'task'

/** Where in a dump something stands: with what the world is, with what it knows, or after what will happen. */
export type Section = 'world' | 'life' | 'rest'

/** How something stands in a dump. */
interface Written<T, W, P extends Section> {
  readonly section: P
  /** Accepts it. */
  shape(registered: Registered): JsonShape
  write(value: T): W
  read(written: W): T
}

/** One thing that a world knows: a map, a set, or a value that is replaced as a whole. */
export interface Slot<T = unknown, W = unknown, P extends Section = Section> {
  empty(): T
  /** As good as it, and independent of it. */
  copy(value: T): T
  /** Whose ids it is kept by, and what is left of it without one of them. */
  readonly kept?: { readonly by: readonly Owner[]; without(value: T, id: string): T }
  /** Nothing if dumps leave it out: whoever reads one knows it already. */
  readonly written: Written<T, W, P> | undefined
}

/** What a group is declared by. */
export type Slots = Readonly<Record<string, Slot>>

/** The state of a capability. */
export interface Group<S extends Slots = Slots> {
  /** That of no other group: where states hold what they have of it. */
  readonly index: number
  readonly slots: S
  /** The first thing in what a world knows, of the right shape, that another part of it does not bear out. */
  readonly check?: (life: Place | undefined) => Complaint | undefined
}

/** What the slots of a group hold. */
export type ValuesOf<S> = { -readonly [K in keyof S]: S[K] extends Slot<infer T> ? T : never }

let declared = 0

/** Declares state. @param check what one part of it says of another. */
export const group = <const S extends Slots>(slots: S, check?: Group['check']): Group<S> => ({
  index: declared++,
  slots,
  ...(check && { check }),
})

type Held = Record<string, unknown>

/** The state of all groups: of a world, or taken down of one, when it never changes. */
export class States {
  readonly #groups: readonly Group[]
  /** By the indexes of groups: every step of every event looks here, and a map would be hashed each time. */
  readonly #held: readonly (Held | undefined)[]

  private constructor(groups: readonly Group[], make: (slot: Slot, name: string, group: Group) => unknown) {
    const held: Held[] = []
    for (const group of groups)
      held[group.index] = Object.fromEntries(
        Object.entries(group.slots).map(([name, slot]) => [name, make(slot, name, group)]),
      )
    this.#groups = groups
    this.#held = held
  }

  /** That of a new world. */
  static empty(groups: readonly Group[]): States {
    return new States(groups, (slot) => slot.empty())
  }

  /** That which a dump has. @param written what stands under a name in a section of it. */
  static read(groups: readonly Group[], written: (section: Section, name: string) => unknown): States {
    return new States(groups, (slot, name) =>
      slot.written === undefined ? slot.empty() : slot.written.read(written(slot.written.section, name)),
    )
  }

  /** Throws a plain Error for a group that is not listed. */
  of<S extends Slots>(group: Group<S>): ValuesOf<S> {
    const held = this.#held[group.index]
    if (held === undefined)
      throw new Error(
        `The state of ${Object.keys(group.slots).join(', ')} is in no world: list its group in src/simulation/states.ts.`,
      )
    return held as ValuesOf<S>
  }

  copy(): States {
    return new States(this.#groups, (slot, name, group) => slot.copy(this.of(group)[name]))
  }

  /** Forgets what is known of something that is gone. */
  forget(owner: Owner, id: string): void {
    for (const group of this.#groups) {
      const held = this.of(group)
      for (const [name, { kept }] of Object.entries(group.slots))
        if (kept?.by.includes(owner) === true) held[name] = kept.without(held[name], id)
    }
  }

  /** What stands in a section of a dump, by name. */
  write(section: Section): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      this.#groups.flatMap((group) =>
        Object.entries(group.slots)
          .filter(([, { written }]) => written?.section === section)
          .map(([name, { written }]) => [name, written?.write(this.of(group)[name])]),
      ),
    )
  }
}
