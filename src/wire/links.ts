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
  const [before = '', role, after = ''] = link.path.split(/\{(\w+)\}/)
  const name = namer(link, resource)
  const idsOf = (row: Row): readonly (string | undefined)[] =>
    each !== undefined ? (row.related?.[each] ?? [])
    : role === undefined ? ['']
    : [role === 'id' ? row.id : row.up[role]] // prettier-ignore
  return (row, ownName, lookUp, made) => {
    if (when !== undefined && !when.is.includes((row as unknown as Members)[when.member] as string))
      return
    for (const id of idsOf(row)) {
      if (id === undefined) continue
      const Name = name(row, id, ownName, lookUp)
      // A name that cannot be found belongs to what is gone: no link leads there.
      if (Name === undefined && link.name !== undefined) continue
      made.push({ Rel, Href: before + id + after, Name, Type })
    }
  }
}

function namer(
  { name }: LinkTo,
  resource: Resource,
): (row: Row, id: string, own: string, lookUp: LookUp) => string | undefined {
  if (name === undefined) return () => undefined
  if (name === 'own') return (_row, _id, own) => own
  if ('words' in name) return () => name.words
  if ('member' in name) return (row) => (row as unknown as Members)[name.member] as string
  const type = resource.up[name.role] ?? name.role
  return (_row, id, _own, lookUp) => lookUp(type, id)
}
