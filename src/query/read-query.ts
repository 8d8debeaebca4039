import { readCount } from './read-count.ts'
import { pointAt, type Diagnostic } from '#grammar'
import { nearest } from '../text/nearest.ts'
import { quoteBriefly } from '../text/quote-briefly.ts'
import { errors } from '../model/api-error.ts'
import type { Resource } from '../model/resource.ts'
import type { Register } from '../store/register.ts'
import { compileFilter } from './compile-filter.ts'
import { findName } from './find-name.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { findFormat, type Format } from './format.ts'
import type { Query } from './run-query.ts'
import type { Selection } from './selection.ts'
import type { SortKey } from './sort.ts'

/** A parameter of the request, decoded, its name as it was spelled. */
export interface Parameter {
  readonly name: string
  readonly value: string
}

export interface ReadQuery {
  readonly resource: Resource
  readonly format: Format
  readonly query: Query
  /** Names of parameters that nothing read, each once. */
  readonly unread: readonly string[]
}

/** As every example without a pageSize shows (em_rest pagesize_and_page). */
export const DEFAULT_PAGE_SIZE = 100
/** More diagnoses than this say nothing new. */
const MOST_TOLD = 3

/**
 * Reads the parameters of `GET /api/query`, given in the order of the request, their names without regard to case.
 * The first of a repeated one counts, but every sort does, in the order given. Throws a 400 ApiError that says what was
 * found, what was expected and the way out, with a caret picture of a filter as its detail.
 * @param known what is asked, if that is known already; the parameter `type` says it otherwise.
 */
export function readQuery(parameters: readonly Parameter[], register: Register, known?: Resource): ReadQuery {
  const once = new Map<string, string>()
  const sorts: Parameter[] = []
  const unread = new Set<string>()
  for (const parameter of parameters) {
    const name = parameter.name.toLowerCase()
    if (name === 'sortasc' || name === 'sortdesc') sorts.push({ ...parameter, name })
    else if (onceNames.has(name) && !once.has(name)) once.set(name, parameter.value)
    else unread.add(parameter.name)
  }
  const resource = known ?? readType(once.get('type'), register)
  return {
    resource,
    format: readFormat(once.get('format')),
    query: {
      selection: readSelection(once.get('filter'), resource),
      order: readOrder(sorts, resource),
      page: readCount('page', once.get('page')) ?? 1,
      pageSize: readCount('pageSize', once.get('pagesize')) ?? DEFAULT_PAGE_SIZE,
    },
    unread: [...unread],
  }
}

const onceNames: ReadonlySet<string> = new Set(['type', 'format', 'filter', 'page', 'pagesize'])

function readType(value: string | undefined, register: Register): Resource {
  const found = value === undefined ? undefined : register.find(value)
  if (found?.container !== undefined) return found
  const names = register.resources.filter(isQueried).map((resource) => resource.name)
  const expected = `The types are ${names.join(', ')}.`
  if (value === undefined || value === '')
    throw errors.badRequest(`A query needs a type, as in query?type=BackupJobSession. ${expected}`)
  throw errors.badRequest(`There is no type ${quoteBriefly(value)}.${didYouMean(nearest(value, names))} ${expected}`)
}

const isQueried = ({ container }: Resource): boolean => container !== undefined

function readFormat(value = 'References'): Format {
  const format = findFormat(value)
  if (format !== undefined) return format
  throw errors.badRequest(`Found format=${quoteBriefly(value)}; the formats are References and Entities.`)
}

/** A blank filter or sort asks nothing: clients send one when a field of theirs is empty. */
function readSelection(text: string | undefined, resource: Resource): Selection | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const bound = compileFilter(text, resource)
  if (bound.ok) return bound.selection
  throw badText(text, bound.diagnostics)
}

function readOrder(sorts: readonly Parameter[], resource: Resource): readonly SortKey[] {
  const order: SortKey[] = []
  for (const { name, value } of sorts) {
    const text = value.trim()
    if (text === '') continue
    const found = findName(text, resource, { start: 0, end: text.length })
    if ('code' in found) throw badText(text, [found])
    const { source } = found
    // What is sorted by once is not ordered further by the same; an example has sortAsc=name&sortAsc=Name.
    if (order.some((key) => key.source === source)) continue
    order.push({ source, direction: name === 'sortasc' ? 'asc' : 'desc' })
  }
  return order
}

function badText(text: string, diagnostics: readonly Diagnostic[]): Error {
  const told = diagnostics.slice(0, MOST_TOLD)
  return errors.badRequest(
    told.map(({ message }) => message).join(' '),
    told.map((diagnostic) => pointAt(text, diagnostic)).join('\n'),
  )
}
