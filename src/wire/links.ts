import type { LinkTo, Resource } from '../model/resource.ts'
import type { Link, Row } from '../model/shape.ts'

/** The name that the entity of a type and id carries now; undefined if there is none. */
export type LookUp = (type: string, id: string) => string | undefined

type Members = Readonly<Record<string, unknown>>
type LinksOf = (row: Row, ownName: string, lookUp: LookUp) => Link[]

/** Compiles link descriptions into a function that makes a row's links, in order. */
export function linksOf(described: readonly LinkTo[], resource: Resource): LinksOf {
  const makers = described.map((link) => maker(link, resource))
  return (row, ownName, lookUp) => {
    const made: Link[] = []
    for (const make of makers) make(row, ownName, lookUp, made)
    return made
  }
}

type Maker = (row: Row, ownName: string, lookUp: LookUp, made: Link[]) => void

function maker(link: LinkTo, resource: Resource): Maker {
  const { rel: Rel, type: Type, when, each } = link
  const name = namer(link, resource)
  const path = pathOf(link.path, resource, each)
  const [own] = link.path.match(/(?<=\{)\w+(?=\}[^{]*$)/) ?? []
  const role = each ?? (own === 'id' ? undefined : own)
  const target = role === undefined ? undefined : (resource.up[role] ?? role)
  const idsOf = (row: Row): readonly (string | undefined)[] =>
    each === undefined ? [own === undefined ? '' : idIn(row, own)] : (row.related?.[each] ?? [])
  return (row, ownName, lookUp, made) => {
    if (when !== undefined && !when.is.includes(String((row as unknown as Members)[when.member]))) return
    for (const id of idsOf(row)) {
      const Href = id === undefined ? undefined : path(row, id)
      if (id === undefined || Href === undefined) continue
      const Name = name(row, id, ownName, lookUp)
      // What cannot be found, by the name that the link carries or by itself, is gone: no link leads there.
      if (Name === undefined && link.name !== undefined) continue
      if (target !== undefined && lookUp(target, id) === undefined) continue
      made.push({ Rel, Href, Name, Type })
    }
  }
}

/** A path for a row; undefined where the row holds nothing in a role that it names. @param id its own, or that of one of `each`. */
export type PathOf = (row: Row, id: string) => string | undefined

/**
 * Compiles a path with `{id}` and `{Role}` in it into one that is filled in for a row; undefined where the row holds
 * nothing in such a role. @param each the role that stands for the id that is given, rather than for the row's.
 */
export function pathOf(path: string, { key }: Pick<Resource, 'key'>, each?: string): PathOf {
  // Every second part is the name of a role.
  const parts = path.split(/\{(\w+)\}/)
  const [before = '', role, after = ''] = parts
  const keyIn = (row: Row, role: string) =>
    role === 'id' && typeof key === 'object' ? String((row as unknown as Members)[key.member]) : idIn(row, role)
  const idOf = (row: Row, id: string, role: string) => (role === each ? id : keyIn(row, role))
  if (role === undefined) return () => before
  if (parts.length > 3)
    return (row, id) => {
      let written = ''
      for (const [n, part] of parts.entries()) {
        const found = n % 2 === 0 ? part : idOf(row, id, part)
        if (found === undefined) return undefined
        written += found
      }
      return written
    }
  // Most paths name one, and most of what is written comes from here.
  if (role === each) return (_row, id) => before + id + after
  if (role === 'id' && typeof key === 'object') return (row) => before + String(keyIn(row, role)) + after
  if (role === 'id') return (row) => before + row.id + after
  return (row) => {
    const found = row.up[role]
    return found === undefined ? undefined : before + found + after
  }
}

const idIn = (row: Row, role: string): string | undefined => (role === 'id' ? row.id : row.up[role])

function namer(
  { name, each }: LinkTo,
  resource: Resource,
): (row: Row, id: string, own: string, lookUp: LookUp) => string | undefined {
  if (name === undefined) return () => undefined
  if (name === 'own') return (_row, _id, own) => own
  if ('words' in name) return () => name.words
  if ('member' in name) return (row) => (row as unknown as Members)[name.member] as string
  const { role } = name
  const type = resource.up[role] ?? role
  // One of many may be called as what the row belongs to is.
  if (each !== undefined && each !== role) return (row, _id, _own, lookUp) => lookUp(type, row.up[role] ?? '')
  return (_row, id, _own, lookUp) => lookUp(type, id)
}
