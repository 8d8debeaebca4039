import { served } from '../../src/http/routes/served.ts'
import type { Resource } from '../../src/model/resource.ts'
import { resources } from '../../src/resources/index.ts'
import { accepts, type Em, type Language } from '../support/em.ts'
import { readElement, type Element } from '../wire/element.ts'

/** Something that an answer leads to. */
interface Lead {
  readonly Href: string
  readonly Rel?: string | null | undefined
  readonly Type?: string | null | undefined
}

export interface Crawl {
  /** Documented paths that were answered, and how often. */
  readonly reached: ReadonlyMap<string, number>
  /** Documented paths that were refused with 403. */
  readonly forbidden: ReadonlySet<string>
  /** Everything that is not as it should be, in words. */
  readonly wrong: readonly string[]
  readonly hrefs: number
}

const base = 'http://em.example.net:9399/api'

/**
 * Follows every Href that can be read, from the given paths on. @param most so many of each documented path: the files of a
 * machine have no end.
 */
export async function crawl(
  em: Em,
  token: string,
  language: Language,
  from: readonly string[],
  most: number,
): Promise<Crawl> {
  const waiting: Lead[] = from.map((path) => ({ Href: base + path }))
  const seen = new Set<string>()
  const isNew = ({ Href }: Lead) => !seen.has(Href.slice(base.length))
  const reached = new Map<string, number>()
  const forbidden = new Set<string>()
  const wrong: string[] = []
  for (let lead = waiting.pop(); lead !== undefined; lead = waiting.pop()) {
    const path = lead.Href.slice(base.length)
    if (!lead.Href.startsWith(base)) wrong.push(`${lead.Href} is not below ${base}`)
    if (seen.has(path) || !isReading(lead)) continue
    const known = served.at(path.split('?')[0] ?? '')?.path
    if (known === undefined) wrong.push(`${path} is not documented`)
    const count = reached.get(known ?? path) ?? 0
    if (count >= most) continue
    seen.add(path)
    const { status, body } = await em.ask(`GET /api${path}`, { token, accept: accepts[language] })
    if (status === 403) {
      forbidden.add(known ?? path)
      continue
    }
    reached.set(known ?? path, count + 1)
    if (status !== 200) {
      wrong.push(`${path} is ${status}`)
      continue
    }
    const document = language === 'xml' ? readElement(body) : (JSON.parse(body) as object)
    const found = language === 'xml' ? (document as Element).name : typeOf(document)
    const promised = promisedAt.get(known) ?? promisedBy(lead.Type, language)
    if (promised !== undefined && found !== undefined && !fits(found, promised))
      wrong.push(`${path} is ${found} instead of ${promised}`)
    const leads: Lead[] = []
    if (language === 'xml') collectXml(document as Element, leads)
    else collectJson(document, leads)
    for (const each of leads) if (isNew(each)) waiting.push(each)
  }
  return { reached, forbidden, wrong, hrefs: seen.size }
}

/** Where a Link leads that is to be read; what has no Rel is the Href of a thing itself. */
const readingRels: ReadonlySet<string | null | undefined> = new Set([
  undefined, 'Up', 'Down', 'Alternate', 'Related', 'First', 'Prev', 'Next', 'Last',
]) // prettier-ignore

const isReading = ({ Rel }: Lead): boolean => readingRels.has(Rel)

const all: readonly Resource[] = resources

/** What is there whatever the link says. */
const promisedAt: ReadonlyMap<string | undefined, string> = new Map([
  ['/query', 'QueryResult'],
  // As the real server does: a link to this list has the type of one of them (example document).
  ['/cloud/hardwarePlans/{id}/tenants', 'EntityReferences'],
])

/** The root element in XML, the Type in JSON; nothing for what has none. */
function promisedBy(type: string | null | undefined, language: Language): string | undefined {
  if (type == null || type === '') return undefined
  if (language === 'json') return type.endsWith('List') ? undefined : type
  if (type.endsWith('ReferenceList')) return 'EntityReferences'
  if (type.endsWith('Reference')) return 'EntityRef'
  const listed = all.find(({ name }) => `${name}List` === type)
  if (listed !== undefined) return listed.keyless?.list ?? listed.roots?.list ?? listed.plural
  const one = all.find(({ name, keyless }) => (keyless?.type ?? name) === type)
  return one?.roots?.one ?? one?.element ?? one?.name
}

function typeOf(document: object): string | undefined {
  const { Type } = document as { readonly Type?: string | null }
  return Type ?? undefined
}

/**
 * As the real server does: links call jobs of every kind a job and what they hold too, system sessions a job's, and an
 * agent's backup files restore points (example documents).
 */
const fits = (found: string, promised: string): boolean =>
  [
    found,
    found.replace(/^(AgentBackup|Nas|NAS)Job/, 'Job'),
    found.replace(/^SystemSession/, 'BackupJobSession'),
    found.replace(/^ObjectsInAgentBackupJob/, 'ObjectsInJob'),
    found.replace(/^BackupFiles/, 'RestorePoints'),
  ].includes(promised)

function collectXml({ attributes, children }: Element, leads: Lead[]): void {
  const { Href, Rel, Type } = Object.fromEntries(attributes)
  if (Href !== undefined) leads.push({ Href, Rel, Type })
  for (const child of children) collectXml(child, leads)
}

function collectJson(value: unknown, leads: Lead[]): void {
  if (typeof value !== 'object' || value === null) return
  const { Href } = value as Partial<Lead>
  if (typeof Href === 'string' && Href !== '') leads.push(value as Lead)
  for (const member of Object.values(value)) collectJson(member, leads)
}
