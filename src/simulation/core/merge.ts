type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The record with the changes in their places, deep inside too; a list is replaced as a whole. */
export function merge<T extends object>(record: T, changes: object): T {
  const merged = { ...(record as Members) } as Record<string, unknown>
  for (const [name, change] of Object.entries(changes)) {
    const before = merged[name]
    merged[name] = isMembers(before) && isMembers(change) ? merge(before, change) : change
  }
  return merged as T
}

/** Those of the changes that may be made; what an edit says of the rest is as it was, or does not count. */
export const only = <C extends object, K extends keyof C>(changes: C, ...members: readonly K[]): Partial<Pick<C, K>> =>
  Object.fromEntries(Object.entries(changes).filter(([name]) => members.includes(name as K))) as Partial<Pick<C, K>>
