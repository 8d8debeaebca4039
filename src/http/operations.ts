import { nearest } from '../words/nearest.ts'
import { documented } from './documented-operations.ts'

/** One thing that a client may ask for. */
export interface Operation {
  readonly method: string
  readonly path: string
  /** `start` of `?action=start`. */
  readonly action: string | undefined
  readonly name: string
}

/** Every documented operation. */
export const operations = (): readonly Operation[] =>
  paths().flatMap(({ path, methods }) =>
    methods.map((each) => {
      const [method = '', action] = each.split('?')
      return { method, path, action, name: operationName(each, path) }
    }),
  )

interface Documented {
  readonly path: string
  readonly segments: readonly string[]
  /** Method, or method and action: `POST?start`. */
  readonly methods: readonly string[]
}

let read: readonly Documented[] | undefined

function paths(): readonly Documented[] {
  read ??= documented
    .trim()
    .split('\n')
    .map((line) => {
      const [path = '', ...methods] = line.split(' ')
      return { path, segments: segmentsOf(path), methods }
    })
  return read
}

const segmentsOf = (path: string): string[] =>
  path
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '')

/** What is documented for a path (without `/api`): the template and its methods; undefined if nothing is. */
export function documentedAt(
  path: string,
): { readonly path: string; readonly methods: readonly string[] } | undefined {
  const asked = segmentsOf(path)
  const fits = ({ segments }: Documented) =>
    (segments.length === asked.length ||
      (segments.at(-1) === '{filepath}' && segments.length < asked.length)) &&
    segments.every((segment, index) => segment.startsWith('{') || segment === asked[index])
  const literals = ({ segments }: Documented) =>
    segments.filter((segment) => !segment.startsWith('{')).length
  return paths()
    .filter(fits)
    .sort((a, b) => literals(b) - literals(a))[0]
}

/** Routes and documents name their holes differently, and `*` is whatever path is left: alike if this is. */
const alike = (path: string): string =>
  path
    .toLowerCase()
    .replace(/:\w+|\{\w+\}|\*/g, '{}')
    .replace(/\/$/, '')

/** The path of a route (without `/api`) as it is documented; with holes of its own where it is not. */
export const templateOf = (url: string): string =>
  paths().find(({ path }) => alike(path) === alike(url))?.path ??
  url.replace(/:(\w+)/g, '{$1}').replace('*', '{filepath}')

/** The documented path that is most like one that is not (both without `/api`); undefined if none is. */
export function nearestPath(path: string): string | undefined {
  const plain = (each: string) =>
    each.toLowerCase().replace(/\{[^}]*\}|[\da-f]{8}-[\da-f-]{27}/g, '*')
  const known = new Map(paths().map((each) => [plain(each.path), each.path]))
  return known.get(nearest(plain(path), known.keys()) ?? '')
}

let named: ReadonlyMap<string, string> | undefined

/** The names of all that is documented, each its own, by method and path. */
function names(): ReadonlyMap<string, string> {
  if (named !== undefined) return named
  const all = new Map<string, string>()
  const taken = new Set<string>()
  for (const { path, methods } of paths())
    for (const method of methods) {
      const name = freeOperationName(method, path, taken)
      taken.add(name)
      all.set(`${method} ${path}`, name)
    }
  return (named = all)
}

/**
 * Names an operation: `GET /jobs/{id}/backupSessions` is JobBackupSessionList, `POST /jobs/{id}?action=start` JobStart.
 * No two that are documented share a name.
 * @param taken names that what is not documented must not have either.
 */
export const operationName = (
  method: string,
  path: string,
  taken: ReadonlySet<string> = new Set(),
): string =>
  names().get(`${method} ${path}`) ??
  freeOperationName(method, path, new Set([...names().values(), ...taken]))

/** The name of an operation, or, where another has it, one that begins as its path does: `/cdpReplicas/…` beside `/cdpReplica/…`. */
function freeOperationName(method: string, path: string, taken: ReadonlySet<string>): string {
  const name = nameOf(method, path)
  return taken.has(name) ? nameOf(method, path, (word) => word) : name
}

/** @param first what becomes of the first word. */
function nameOf(method: string, path: string, first = singular): string {
  const [verb = '', action] = method.split('?')
  const isFile = path.endsWith('{filepath}')
  const words = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'))
  const last = words.at(-1) ?? ''
  const isOne = path.endsWith('}')
  const spelled = words.map((word, n) => capital(n === 0 ? first(word) : singular(word)))
  const subject = (spelled.join('') || 'EnterpriseManager') + (isFile ? 'File' : '')
  if (action !== undefined) return subject + capital(action)
  if (verb === 'GET') return subject + (!isOne && singular(last) !== last ? 'List' : 'Get')
  if (verb === 'PUT' || (verb === 'POST' && isOne)) return `${subject}Edit`
  if (verb === 'DELETE') return `${subject}Delete`
  return /^(start|stop|retry|toggleScheduleEnabled)$/.test(last) ? subject : `${subject}Create`
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** `jobs` → `job`. */
export const singular = (word: string): string =>
  word.endsWith('ies') ? `${word.slice(0, -3)}y`
  : /(ss|us|^nas)$/.test(word) ? word
  : word.replace(/(ss|x)es$/, '$1').replace(/([^s])s$/, '$1') // prettier-ignore
