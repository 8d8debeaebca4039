import type { Complaint, Path } from './check.ts'

/** A value, and where it stands in what was given: for what is known of a value only beside others. */
export class Place {
  readonly value: unknown
  readonly path: Path

  constructor(value: unknown, path: Path = []) {
    this.value = value
    this.path = path
  }

  /** The value of an object's member, if it has it. */
  member(name: string): Place | undefined {
    const { value } = this
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    const member = (value as Readonly<Record<string, unknown>>)[name]
    return member === undefined ? undefined : new Place(member, [...this.path, name])
  }

  /** What a list has; nothing if it is none. */
  items(): readonly Place[] {
    return [...this.each()]
  }

  /** What the list has that is a member; nothing if that is none. */
  list(name: string): readonly Place[] {
    return this.member(name)?.items() ?? []
  }

  /** As `items`, one after another: a list may be long. */
  *each(): Iterable<Place> {
    const { value, path } = this
    if (!Array.isArray(value)) return
    for (const [i, each] of value.entries()) yield new Place(each, [...path, i])
  }

  /** The members of an object, with their names. */
  entries(): readonly (readonly [name: string, member: Place])[] {
    const { value } = this
    if (typeof value !== 'object' || value === null) return []
    return Object.keys(value).flatMap((name) => {
      const member = this.member(name)
      return member === undefined ? [] : [[name, member] as const]
    })
  }

  /** As a word in a sentence. */
  get word(): string {
    return String(this.value)
  }

  complain(says: string): Complaint {
    return { path: this.path, says }
  }
}
