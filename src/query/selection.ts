// Module query: which rows, in what order, which page. No HTTP.
import type { Resource, Source } from '../model/resource.ts'
import type { Key, ComparisonOperator } from '../store/key.ts'

/** One comparison, its name and value understood. */
export interface Test {
  readonly kind: 'test'
  readonly source: Source
  readonly operator: ComparisonOperator
  readonly key: Key
}

/** What is asked of rows: a filter, the window and the parent are all of this. */
export type Selection =
  | Test
  | { readonly kind: 'all'; readonly of: readonly Selection[] }
  | { readonly kind: 'any'; readonly of: readonly Selection[] }

/** What all of the given ask; nothing if nothing is asked. */
export function every(parts: readonly (Selection | undefined)[]): Selection | undefined {
  const asked = parts.filter((part) => part !== undefined)
  return asked.length > 1 ? { kind: 'all', of: asked } : asked[0]
}

/** Rows that hold the id in the role, such as the sessions of a job. */
export function under(role: string, id: string): Selection {
  return { kind: 'test', source: { of: 'roleId', role }, operator: '==', key: id.toLowerCase() }
}

/** Rows whose member, an enumeration, is one of the words. Throws a plain Error if it is none. */
export function memberIs(
  resource: Resource,
  { member, is }: { readonly member: string; readonly is: readonly string[] },
): Selection {
  const shape = resource.fields[member]
  if (shape?.kind !== 'enumeration') throw new Error(`${resource.name} has no enumeration ${member}.`)
  const source: Source = { of: 'member', member }
  const of = is.map((word): Test => {
    const key = shape.values.indexOf(word)
    if (key === -1) throw new Error(`${resource.name}.${member} is never ${word}.`)
    return { kind: 'test', source, operator: '==', key }
  })
  return { kind: 'any', of }
}
