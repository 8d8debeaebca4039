import { resources } from '../../src/resources/index.ts'
import type { Resource } from '../../src/model/resource.ts'
import type { Row } from '../../src/model/shape.ts'
import { accepts, basic, openEm, type Em, type Language } from '../support/em.ts'
import { askForOwn } from '../support/asked.ts'
import { Library, type Catalog } from './library.ts'
import { requests } from './requests.ts'

const all: readonly Resource[] = resources

/** Rows of a type that are asked for one by one, spread over all. */
const SAMPLE = 24
/** Parents that a collection is asked of. */
const PARENTS = 4

/** What we send: a library of answers to everything that facts could be about, from three estates and in both dialects. */
export async function readOurs(catalog: Catalog): Promise<Library> {
  const library = new Library(catalog)
  const estates = [
    { scenario: 'docs', sample: SAMPLE },
    { scenario: 'default', sample: SAMPLE },
    { scenario: 'service-provider', sample: SAMPLE },
    { scenario: 'default', sample: 4, dialect: 'v13' },
  ] as const
  for (const { sample, ...options } of estates) {
    const em = await openEm({ ...options, now: '2026-01-15T12:00:00Z', clock: 'frozen' })
    await readEstate(em, sample, library, 'dialect' in options ? ['json'] : ['xml', 'json'])
    await em.close()
  }
  return library
}

async function readEstate(em: Em, sample: number, library: Library, languages: readonly Language[]): Promise<void> {
  const token = await em.logOn()
  await askForOwn(em, token)
  const add = (body: string, language: Language) => {
    if (body === '') return
    if (language === 'xml') library.addXml(body)
    else library.addJson(JSON.parse(body) as Readonly<Record<string, unknown>>)
  }
  const read = async (request: string, language: Language) =>
    add((await em.ask(request, { token, accept: accepts[language] })).body, language)
  for (const language of languages) {
    // The answer to a logon is a document too.
    const headers = { authorization: basic('administrator', 'secret') }
    add((await em.ask('POST /api/sessionMngr/?v=latest', { headers, accept: accepts[language] })).body, language)
    for (const path of pathsOf(em, sample)) await read(`GET /api${path}`, language)
    for (const request of requests) {
      for (const filled of fill(em, request)) await read(filled, language)
    }
    // What is listed without a reference of its own is asked for one by one where it says it is.
    for (const list of requests.filter((request) => request.endsWith('/credentials'))) {
      const { body } = await em.ask(fill(em, list)[0]!, { token, accept: accepts.json })
      const [, path] = /"[hH]ref":"[^"]*?(\/api\/[^"]*\/credentials\/[^"]*)"/.exec(body) ?? []
      if (path !== undefined) await read(`GET ${path}`, language)
    }
  }
}

/** Every type: entities and references, collections, queries. */
function pathsOf(em: Em, sample: number): readonly string[] {
  return all.flatMap((resource) => {
    const { keyless, path, collections, container, name } = resource
    const rows = keyless === undefined ? spread([...em.simulation.store.table(name)], sample) : []
    const own = rows.map((row) => pathTo(path, row))
    const lists = collections.flatMap(({ path }) => above(em, resource, path))
    const queries = container === undefined ? [] : [`/query?type=${name}&pageSize=1`]
    return [
      ...own.flatMap((path) => [path, `${path}?format=Entity`]),
      ...lists.flatMap((path) => [path, `${path}?format=Entity`]),
      ...queries.flatMap((path) => [path, `${path}&page=2`, `${path}&format=Entities`]),
    ]
  })
}

/** A collection's path below some of its parents, those that have any first. */
function above(em: Em, { name, up, keyless }: Resource, path: string): readonly string[] {
  const role = /\{(\w+)\}/.exec(path)?.[1]
  if (role === undefined) return [path]
  const rows = keyless === undefined ? [...em.simulation.store.table(name)] : []
  const parents = [...new Set(rows.map((row) => row.up[role]))].filter((id) => id !== undefined)
  const above = up[role]
  const others = above === undefined ? [] : [...em.simulation.store.table(above)]
  const ids = parents.length > 0 ? parents : others.map(({ id }) => id)
  return spread(ids, PARENTS).map((id) => path.replace(`{${role}}`, id))
}

/** `{Job}` → the ids of some jobs, `{/Job}` their paths; nothing if there is no such type yet. */
function fill(em: Em, request: string): readonly string[] {
  const [hole, slash, type] = /\{(\/?)(\w+)\}/.exec(request) ?? []
  if (hole === undefined) return [request]
  const resource = all.find(({ name }) => name === type)
  if (resource === undefined) return []
  return spread([...em.simulation.store.table(resource.name)], SAMPLE).map((row) =>
    request.replace(hole, slash === '/' ? pathTo(resource.path, row) : row.id),
  )
}

/** Where a row is, below `/api`. */
const pathTo = (path: string, { id, up }: Row): string =>
  `/${path.replace(/\{(\w+)\}/g, (_, role: string) => up[role] ?? '')}/${id}`

/** So many of them, the first and the last among them. */
function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items
  return Array.from({ length: count }, (_, place) => {
    return items[Math.round((place * (items.length - 1)) / (count - 1))]!
  })
}
