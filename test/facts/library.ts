import { readElement, type Element } from '../wire/element.ts'
import { factOf, type Known } from './fact.ts'
import { nothing, see, seeJson, type Seen } from './seen.ts'

/** The kinds of document, each a file of facts for each language. */
export const documentKinds = ['entities', 'references', 'items', 'lists', 'queries', 'services', 'reports'] as const
export type DocumentKind = (typeof documentKinds)[number]
export type Dialect = 'xml' | 'json' | 'v13-json'

/** How a document is told apart from others. */
export interface Catalog {
  /** Element of an entity → its type. */
  readonly types: ReadonlyMap<string, string>
  /** Element of an entity in lists, where that is another → its own. */
  readonly listed: ReadonlyMap<string, string>
  /** Elements of what has no key, listed in documents of its own. */
  readonly items: ReadonlySet<string>
  /** Roots of lists. */
  readonly lists: ReadonlySet<string>
}

type Json = Readonly<Record<string, unknown>>

/**
 * What was seen in documents, by kind of document and name. What stands for itself (entities, references, items of a
 * list) is taken out of the document it came in, which keeps only the fact that it was there.
 */
export class Library {
  readonly #subjects = new Map<string, { documents: number; readonly seen: Seen }>()
  readonly #catalog: Catalog

  constructor(catalog: Catalog) {
    this.#catalog = catalog
  }

  /** What is known of a subject, as data. */
  known(kind: DocumentKind, dialect: Dialect, name: string): Known | undefined {
    const subject = this.#subjects.get(`${kind}.${dialect}.${name}`)
    return subject && { documents: subject.documents, shape: factOf(subject.seen) }
  }

  /** The names of all subjects of a kind in a language. */
  names(kind: DocumentKind, dialect: Dialect): readonly string[] {
    const prefix = `${kind}.${dialect}.`
    const keys = [...this.#subjects.keys()].filter((key) => key.startsWith(prefix))
    return keys.map((key) => key.slice(prefix.length)).sort()
  }

  /** Where what is seen of a subject is gathered, for so many more documents. */
  subject(kind: DocumentKind, dialect: Dialect, name: string, documents = 1): Seen {
    const key = `${kind}.${dialect}.${name}`
    const subject = this.#subjects.get(key) ?? { documents: 0, seen: nothing() }
    this.#subjects.set(key, subject)
    subject.documents += documents
    return subject.seen
  }

  addXml(text: string, weight = 1): void {
    const root = readElement(text.replace(/^\ufeff/, ''))
    const cut = (element: Element) => this.#standsAlone(element, weight)
    if (cut(root) !== undefined) return
    const kind = this.#kindOf(root)
    see(this.subject(kind, 'xml', kind === 'queries' ? queryName(root) : root.name), inDocument(root), weight, cut)
  }

  addJson(value: Json, weight = 1): void {
    const dialect = /^[a-z]/.test(Object.keys(value)[0] ?? '') ? 'v13-json' : 'json'
    const cut = (item: object, name = '') => this.#jsonStandsAlone(item as Json, name, dialect, weight)
    if (cut(value) !== undefined) return
    const [kind, name] = jsonNameOf(value)
    seeJson(this.subject(kind, dialect, name), value, weightOf(value, weight), cut)
  }

  #standsAlone(found: Element, weight: number): string | undefined {
    const { types, items, listed } = this.#catalog
    const element = { ...found, name: listed.get(found.name) ?? found.name }
    const attributes = new Map(element.attributes)
    const type = types.get(element.name)
    const [kind, name, left] =
      element.name === 'Ref'
        ? (['references', (attributes.get('Type') ?? '').replace(/Reference$/, ''), 'reference'] as const)
        : type !== undefined && attributes.size > 0
          ? (['entities', type, 'entity'] as const)
          : element.name === 'PagingInfo'
            ? (['services', element.name, 'paging'] as const)
            : items.has(element.name)
              ? (['items', element.name, 'item'] as const)
              : []
    if (kind === undefined) return undefined
    see(this.subject(kind, 'xml', name), inDocument(element), weight)
    return left
  }

  #jsonStandsAlone(value: Json, name: string, dialect: Dialect, weight: number): string | undefined {
    if (/^pagingInfo$/i.test(name)) {
      seeJson(this.subject('services', dialect, 'PagingInfo'), value, weight)
      return 'paging'
    }
    const [uid, type] = [read(value, 'UID'), read(value, 'Type')]
    if (typeof uid !== 'string' || typeof type !== 'string') return undefined
    const isReference = type.endsWith('Reference')
    const seen = isReference
      ? this.subject('references', dialect, type.replace(/Reference$/, ''))
      : this.subject('entities', dialect, type)
    seeJson(seen, value, weightOf(value, weight))
    return isReference ? 'reference' : 'entity'
  }

  #kindOf(root: Element): DocumentKind {
    const { lists } = this.#catalog
    if (root.name === 'QueryResult') return 'queries'
    if (/Report(Frame)?$/.test(root.name)) return 'reports'
    return root.name === 'EntityReferences' || lists.has(root.name) ? 'lists' : 'services'
  }
}

/** A document has its root inside, so that the root's name is a fact too. */
const inDocument = (root: Element): Element => ({ name: '', attributes: [], children: [root], text: '' })

/** `Entities/Jobs`, `Resources/Tasks` or `references`. */
function queryName({ children }: Element): string {
  const result = children.find(({ name }) => ['Refs', 'Entities', 'Resources'].includes(name))
  if (result === undefined || result.name === 'Refs') return 'references'
  return `${result.name}/${result.children[0]?.name ?? 'nothing'}`
}

/** Member of JSON → the document that has it. */
const jsonNames: readonly (readonly [member: string, kind: DocumentKind, name: string])[] = [
  ['SupportedVersions', 'services', 'EnterpriseManager'],
  ['StatusCode', 'services', 'Error'],
  ['SessionId', 'items', 'LogonSession'],
  ['TaskId', 'items', 'Task'],
  ['Username', 'items', 'CredentialsInfo'],
  ['MaxJobDuration', 'reports', 'JobStatisticsReportFrame'],
  ['RepositoryServers', 'reports', 'OverviewReportFrame'],
  ['ProtectedVms', 'reports', 'VmsOverviewReportFrame'],
  ['Periods', 'reports', 'RepositoryReportFrame'],
  ['Days', 'reports', 'ProcessedVmsReportFrame'],
]

function jsonNameOf(value: Json): readonly [DocumentKind, string] {
  const entities = read(value, 'Entities')
  if (typeof entities === 'object' && entities !== null) {
    const filled = Object.entries(entities).find(([, container]) => container !== null)
    return ['queries', `Entities/${pascal(filled?.[0] ?? 'nothing')}`]
  }
  if (read(value, 'PagingInfo') !== undefined) return ['queries', 'references']
  const named = jsonNames.find(([member]) => read(value, member) !== undefined)
  if (named !== undefined) return [named[1], named[2]]
  const [name = '', ...more] = Object.keys(value)
  if (more.length > 0 || !Array.isArray(value[name])) return ['services', 'another']
  return ['lists', name.toLowerCase() === 'refs' ? 'EntityReferences' : pascal(name)]
}

const pascal = (name: string) => name.replace(/^./, (first) => first.toUpperCase())
/** A member by its name in the dialect of 12, or as 13 has it. */
const read = (value: Json, name: string): unknown =>
  value[name] ?? value[name === 'UID' ? 'uid' : name.replace(/^./, (first) => first.toLowerCase())]
/** An object whose members are sorted by name has lost its own order, and says nothing of it. */
function weightOf(value: Json, weight: number): number {
  const names = Object.keys(value)
  return names.length > 3 && names.join() === [...names].sort().join() ? 0 : weight
}
