// Module operations: the operations of EM's API, found by path, request or nearest name.
import { resources } from '../resources/index.ts'
import type { Resource } from '../model/resource.ts'
import { detached } from '../text/detached.ts'
import { nearest } from '../text/nearest.ts'
import { operationName } from './operation-names.ts'
import type { Route } from './route.ts'

/** One thing that a client may ask for. */
export interface Operation {
  readonly method: string
  /** Below `/api`, with holes: `/jobs/{id}`. */
  readonly path: string
  /** `start` of `?action=start`. */
  readonly action: string | undefined
  /** No two share one. */
  readonly name: string
}

/** A path and what may be asked of it. */
export interface OperationPlace {
  readonly path: string
  readonly operations: readonly Operation[]
}

/** What a request asks for. */
export interface AskedOperation {
  /** `/jobs/{id}`. */
  readonly route: string
  /** `JobStart`; absent if the path has no such method. */
  readonly operation?: string
}

interface Known extends OperationPlace {
  readonly segments: readonly string[]
}

/** So many are remembered; there are some six hundred routes, and what `?action=` may say is anything. */
const MOST = 5000
/** Letters of an action; none that there is has half as many. */
const LONGEST = 64

/** The operations that routes serve, found by path, by request, and by what is most like them. They are named when they are first asked for. */
export class Operations {
  /** The routes that serve them. */
  readonly routes: () => readonly Route[]
  #places: ReadonlyMap<string, Known> | undefined
  readonly #asked = new Map<string, AskedOperation | undefined>()

  constructor(routes: () => readonly Route[]) {
    this.routes = routes
  }

  /** All of them, in the order of their paths. */
  get all(): readonly Operation[] {
    return [...this.#known.values()].flatMap(({ operations }) => operations)
  }

  /** What a path (without `/api`) is of; undefined if nothing is there. */
  at(path: string): OperationPlace | undefined {
    const asked = segmentsOf(path)
    const fits = ({ segments }: Known) =>
      (segments.length === asked.length || (segments.at(-1) === FILE && segments.length < asked.length)) &&
      segments.every((segment, index) => segment.startsWith('{') || segment === asked[index])
    const literals = ({ segments }: Known) => segments.filter((segment) => !segment.startsWith('{')).length
    return [...this.#known.values()].filter(fits).sort((a, b) => literals(b) - literals(a))[0]
  }

  /** The path of a route as it is told, whatever its router calls the holes: `/jobs/{id}` of `/api/jobs/:Job`. */
  templateOf(url: string): string {
    const template = templateOf(url)
    return this.#known.get(alike(template))?.path ?? template
  }

  /** The path that is most like one that is not there (both without `/api`); undefined if none is. */
  nearestPath(path: string): string | undefined {
    const plain = (each: string) => each.toLowerCase().replace(/\{[^}]*\}|[\da-f]{8}-[\da-f-]{27}/g, '*')
    const known = new Map([...this.#known.values()].map((each) => [plain(each.path), each.path]))
    return known.get(nearest(plain(path), known.keys()) ?? '')
  }

  /**
   * What a request asks for; undefined if its path is none of EM's. Found once for each route.
   * @param route the URL of its route, if it has one. @param action what its parameter of that name says.
   */
  asked(
    method: string,
    path: string,
    route: string | undefined,
    action: string | undefined,
  ): AskedOperation | undefined {
    // A route has been found for all that is served; what is not is looked up by its path, which may be anything.
    if (route === undefined || (action?.length ?? 0) > LONGEST) return this.#find(method, route ?? path, action)
    const key = `${method} ${route} ${action ?? ''}`
    if (this.#asked.has(key)) return this.#asked.get(key)
    const found = this.#find(method, route, action)
    if (this.#asked.size >= MOST) this.#asked.clear()
    this.#asked.set(detached(key), found)
    return found
  }

  #find(method: string, path: string, action = ''): AskedOperation | undefined {
    if (!/^\/+api(\/|$)/i.test(path)) return undefined
    const place = this.at(path.replace(/^\/+api/i, ''))
    if (place === undefined) return undefined
    const { path: route, operations } = place
    // HEAD asks for what GET would answer.
    const verb = method === 'HEAD' ? 'GET' : method
    const same = operations.filter((each) => each.method === verb)
    const chosen =
      same.find((each) => (each.action ?? '').toLowerCase() === action.toLowerCase()) ??
      same.find((each) => each.action === undefined)
    return chosen === undefined ? { route } : { route, operation: chosen.name }
  }

  get #known(): ReadonlyMap<string, Known> {
    return (this.#places ??= placesOf(this.routes()))
  }
}

const FILE = '{filepath}'

const segmentsOf = (path: string): string[] =>
  path
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '')

/** The path of a route below `/api`, with a hole for what stands for one of a resource. */
function templateOf(url: string): string {
  const segments: string[] = []
  for (const segment of url.replace(/^\/api/i, '').split('/'))
    segments.push(
      segment === '*' ? FILE : segment.startsWith(':') ? `{${holes.get(alike(segments.join('/'))) ?? 'id'}}` : segment,
    )
  return segments.join('/') || '/'
}

/** Paths are alike if they differ in their case, and in what their holes are called, alone. */
const alike = (path: string): string =>
  path
    .toLowerCase()
    .replace(/\{\w+\}/g, '{}')
    .replace(/^\/|\/$/g, '')

/** What em_rest calls the hole of a resource, where that is not `id`, by where its rows are found. */
const holes = new Map(
  (resources as readonly Resource[]).flatMap(({ hole, path }) =>
    hole === undefined ? [] : [[alike(path), hole] as const],
  ),
)

/** One thing that may be asked of a path. */
interface Asking {
  readonly method: string
  readonly action: string | undefined
  /** An action has it as one of its other names. */
  readonly isAlias: boolean
}

/** The paths of routes, alike ones as one: spelt as the last of them is, since actions come last and are spelt as em_rest does. */
function placesOf(routes: readonly Route[]): ReadonlyMap<string, Known> {
  const places = new Map<string, { path: string; asking: Asking[] }>()
  for (const route of routes) {
    const path = templateOf(route.url)
    const asking = [...(places.get(alike(path))?.asking ?? []), ...askingOf(route, path)]
    places.set(alike(path), { path, asking })
  }
  const sorted = [...places].sort(([a], [b]) => (a < b ? -1 : 1))
  const nameOf = namesOf(sorted.map(([, place]) => place))
  return new Map(
    sorted.map(([key, { path, asking }]) => {
      const operations = [...asking]
        .sort(byMethod)
        .map(({ method, action }) => ({ method, path, action, name: nameOf(method, path, action) }))
      return [key, { path, operations, segments: segmentsOf(path) }]
    }),
  )
}

const askingOf = ({ method, config: { contract } }: Route, path: string): readonly Asking[] =>
  [method]
    .flat()
    .filter((verb) => verb !== 'HEAD')
    .flatMap((verb) =>
      contract.kind === 'actions'
        ? contract.choices.map(({ word, action }) => ({
            method: verb,
            action: word,
            isAlias: word !== action.action || alike(action.path) !== alike(path),
          }))
        : [{ method: verb, action: undefined, isAlias: false }],
    )

/** Names for all that may be asked, each its own; other names of an action have what is left. */
function namesOf(places: readonly { readonly path: string; readonly asking: readonly Asking[] }[]) {
  const taken = new Set<string>()
  const names = new Map<string, string>()
  const word = (method: string, action: string | undefined) => (action === undefined ? method : `${method}?${action}`)
  for (const aliases of [false, true])
    for (const { path, asking } of places)
      for (const { method, action, isAlias } of asking)
        if (isAlias === aliases) {
          const name = operationName(word(method, action), path, taken)
          taken.add(name)
          names.set(`${word(method, action)} ${path}`, name)
        }
  return (method: string, path: string, action: string | undefined): string =>
    names.get(`${word(method, action)} ${path}`) ?? ''
}

const order = ['GET', 'POST', 'PUT', 'DELETE']
const byMethod = (a: Asking, b: Asking): number =>
  order.indexOf(a.method) - order.indexOf(b.method) || ((a.action ?? '') < (b.action ?? '') ? -1 : 1)
