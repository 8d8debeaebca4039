import type { JournalPage } from '../journal/asked-journal.ts'
import type { CountsState } from '../journal/counts.ts'
import type { EntryView } from '../journal/entry.ts'
import { harOf } from '../journal/har.ts'
import { writeMetrics } from '../journal/metrics.ts'
import type { Check, Verdict } from '../journal/verify.ts'
import type { Expected } from '../journal/verify-expectation.ts'
import type { WaitSetting } from '../journal/wait-for.ts'
import {
  anything,
  array,
  boolean,
  enumeration,
  integer,
  named,
  object,
  optional,
  record,
  string,
  union,
} from '../json-schema/shape.ts'
import type { ShapeOf } from '../json-schema/shape-of.ts'
import { errors } from '../model/api-error.ts'
import { knownOperations } from '../journal/known-operations.ts'
import { valueOfParameter, type Parameter } from '../query/parameters.ts'
import { control } from './control-operation.ts'
import { PlainText } from './plain-text.ts'

// What was asked.

/** A journal holds no more. */
const ALL = 10_000

const entry = {
  id: integer(1),
  time: string(),
  method: string(),
  path: string(),
  parameters: array(object('a parameter', { name: string(), value: string() })),
  route: optional(string()),
  operation: optional(string()),
  user: optional(string()),
  world: string(),
  status: integer(0),
  mediaType: enumeration('xml', 'json'),
  unread: optional(array(string())),
  fault: optional(string()),
  requestBytes: optional(integer(0)),
  responseBytes: optional(integer(0)),
  userAgent: optional(string()),
  contentType: optional(string()),
  body: optional(string()),
  preflight: optional(boolean),
}
const entryShape: ShapeOf<EntryView> = object('an entry', entry)
const filter = string('a filter such as Operation==JobStart', /\S/)
const after = optional(integer(0, Infinity, 'the id of an entry: only what came later counts'))

export const listRequests = control({
  method: 'GET',
  path: 'requests',
  name: 'listRequests',
  description: 'Lists what was asked, in the filter language; ?as=har for an HTTP archive.',
  handle: { at: 'journal.list', type: 'JournalPage' },
  takes: [{ name: 'query', of: 'parameters', type: 'JournalQuery' }],
  parameters: {
    filter: optional(filter),
    sortAsc: optional(string()),
    sortDesc: optional(string()),
    page: optional(integer(1)),
    pageSize: optional(integer(1)),
    after,
    as: optional(enumeration('har')),
  },
  example: { parameters: { filter: 'Operation==JobList', pageSize: 10 } },
  answer: union(
    object<JournalPage>('a page of the journal', {
      entries: array(entryShape),
      page: integer(1),
      pageSize: integer(1),
      total: integer(0),
      dropped: integer(0),
    }),
    object('an HTTP archive', { log: anything('a log') }),
  ),
  asks: true,
  *run({ world, worlds, parameters, base }, { AskedJournal }) {
    const journal = new AskedJournal(world.journal, knownOperations(world.operations, world.name))
    const as = parameters.find(({ name }) => name.toLowerCase() === 'as')
    const rest = parameters.filter((parameter) => parameter !== as)
    if (as === undefined) return yield* journal.listing(rest)
    if (as.value.toLowerCase() !== 'har')
      throw errors.badRequest(`Found as=${as.value.slice(0, 100)}; it is har, or left out.`)
    const { entries } = yield* journal.listing(rest, ALL)
    return yield* harOf(entries, { base, version: worlds.version })
  },
})

export const clearRequests = control({
  method: 'DELETE',
  path: 'requests',
  name: 'clearRequests',
  description: 'Forgets what was asked, but not the counts.',
  handle: 'journal.clear',
  example: {},
  answer: object('how many there were', { cleared: integer(0) }),
  run: ({ world: { journal } }) => {
    const { size } = journal
    journal.clear()
    return { cleared: size }
  },
})

export const readCounts = control({
  method: 'GET',
  path: 'counts',
  name: 'readCounts',
  description: 'Tells how often each operation was asked for, ever, or since the counters were put back.',
  handle: 'journal.counts',
  example: {},
  answer: named(
    'CountsState',
    object<CountsState>('counts', {
      operations: record(
        'counts by operation',
        object('counts of an operation', {
          count: integer(0),
          byStatus: record('counts by status', integer(0)),
        }),
      ),
      total: integer(0),
    }),
  ),
  run: ({ world }) => world.journal.counts(),
})

const check: ShapeOf<Check> = named(
  'Check',
  object('what came of an expectation', {
    ok: boolean,
    certain: boolean,
    that: union(string(), array(string())),
    expected: string(),
    found: integer(0),
    says: string(),
    matched: array(integer(1)),
    nearest: array(object('an entry', { ...entry, differs: string() })),
  }),
)
const count = optional(integer(0))
const several = array(filter)
const one = [
  object('a count of what is asked', {
    that: filter,
    exactly: count,
    atLeast: count,
    atMost: count,
    after,
  }),
  object('an order of what is asked', { inOrder: several, after }),
  object('all that is asked', { onlyThese: several, after }),
] as const

const expected: ShapeOf<Expected> = named(
  'Expected',
  union(...one, object('several expectations', { expect: array(union(...one)), after })),
)

export const verifyOperation = control({
  method: 'POST',
  path: 'verify',
  name: 'verify',
  description: 'Tells whether what is expected was asked, and what differs; ?fail=true for a status that says so too.',
  handle: 'journal.verify',
  takes: [{ name: 'expected', of: 'body' }],
  body: expected,
  parameters: { fail: optional(enumeration('true', 'false')) },
  example: { parameters: { fail: 'true' }, body: { that: 'Operation==JobStart', atMost: 0 } },
  answer: named('Verdict', object<Verdict>('a verdict', { ok: boolean, certain: boolean, checks: array(check) })),
  unmet: {
    status: 417,
    description: 'What is expected was not asked, and fail is true.',
    is: failsAsAsked,
  },
  asks: true,
  run: ({ world, body }, { AskedJournal }) =>
    new AskedJournal(world.journal, knownOperations(world.operations, world.name)).verify(body),
})

export const waitFor = control({
  method: 'POST',
  path: 'wait-for',
  name: 'waitFor',
  description: 'Answers when so many requests have come that a filter finds, or time is up.',
  handle: { at: 'waitFor', isPromise: true },
  takes: [{ name: 'setting', of: 'body' }],
  body: named(
    'WaitSetting',
    object<WaitSetting>('what is waited for', {
      that: filter,
      count: optional(integer(1)),
      timeout: optional(string('a length of time such as PT10S, five minutes at the most')),
      after,
    }),
  ),
  example: { body: { that: 'Operation==JobList', count: 1, timeout: 'PT10S' } },
  answer: check,
  run: ({ world, worlds, body, gone }) => worlds.waiting.waitFor(world, body, gone),
})

export const readMetrics = control({
  method: 'GET',
  path: 'metrics',
  name: 'readMetrics',
  description: 'Counts of all worlds, as Prometheus reads them.',
  handle: 'metrics',
  example: {},
  answer: { mediaType: 'text/plain' },
  ofServer: true,
  run: ({ worlds }) => new PlainText('text/plain; version=0.0.4', writeMetrics(worlds.list())),
})

function failsAsAsked({ ok }: Verdict, parameters: readonly Parameter[]): boolean {
  const fail = valueOfParameter(parameters, 'fail')?.toLowerCase() ?? 'false'
  if (fail !== 'true' && fail !== 'false')
    throw errors.badRequest(`Found fail=${fail.slice(0, 100)}; it is true or false, or left out.`)
  return !ok && fail === 'true'
}
