import { readdirSync, readFileSync } from 'node:fs'
import type { FactInside, Known } from './fact.ts'
import { documentKinds, type Catalog, type Dialect, type DocumentKind } from './library.ts'

/** Everything known of one kind of document: `Job`, as entity, in XML. */
export interface Subject {
  readonly kind: DocumentKind
  readonly dialect: Dialect
  readonly name: string
  readonly known: Known
}

const here = new URL('.', import.meta.url)

/** The facts of all files beside this one. */
export function readFacts(): readonly Subject[] {
  return readdirSync(here)
    .filter((file) => /^\w+\.[\w-]+\.json$/.test(file))
    .flatMap((file) => {
      const [kind, dialect] = file.split('.') as [DocumentKind, Dialect]
      if (!documentKinds.includes(kind)) throw new Error(`${file} is no file of facts`)
      const facts = JSON.parse(readFileSync(new URL(file, here), 'utf8')) as Record<string, Known>
      return Object.entries(facts).map(([name, known]) => ({ kind, dialect, name, known }))
    })
}

/** What can be asked about a type: paths that list it, names for filters, the words of its enumerations in their order. */
export interface Questions {
  readonly lists: readonly string[]
  readonly names: readonly string[]
  readonly words?: Readonly<Record<string, readonly string[]>>
}
export const readQuestions = () =>
  Object.entries(JSON.parse(readFileSync(new URL('questions.json', here), 'utf8')) as Record<string, Questions>)

/** How documents are told apart, which is a fact too. */
export function catalogOf(subjects: readonly Subject[]): Catalog {
  const inXml = subjects.filter(({ dialect }) => dialect === 'xml')
  const of = (kind: DocumentKind) => inXml.filter((subject) => subject.kind === kind)
  return {
    types: new Map(of('entities').map(({ name, known }) => [rootOf(known), name])),
    listed: new Map(
      of('entities').flatMap(({ known }) => (known.listedAs === undefined ? [] : [[known.listedAs, rootOf(known)]])),
    ),
    items: new Set(of('items').map(({ name }) => name)),
    lists: new Set(of('lists').map(({ name }) => name)),
  }
}

/** The type that a document is or lists, if it is one of those with a key. */
export function typeOf({ kind, name, known, dialect }: Subject, catalog: Catalog): string | undefined {
  if (kind === 'entities' || kind === 'references') return name
  if (dialect !== 'xml') return undefined
  const elements = elementsIn(known.shape as FactInside)
  const types = elements.map((element) => catalog.types.get(catalog.listed.get(element) ?? element))
  return types.find((type) => type !== undefined)
}

const rootOf = ({ shape }: Known): string => Object.keys(shape)[0] ?? ''

/** Elements whose place is taken by an entity. */
function elementsIn(fact: FactInside): readonly string[] {
  return Object.entries(fact).flatMap(([name, part]) => {
    if (part === 'entity') return [name.replace(/[?*]+$/, '')]
    return typeof part === 'object' && !Array.isArray(part) ? elementsIn(part as FactInside) : []
  })
}
