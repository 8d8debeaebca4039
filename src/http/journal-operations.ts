import type { JournalPage } from '../control/asked-journal.ts'
import type { CountsState } from '../control/counts.ts'
import type { EntryView } from '../control/entry.ts'
import { harOf } from '../control/har.ts'
import { writeMetrics } from '../control/metrics.ts'
import type { Check, Verdict } from '../control/verify.ts'
import type { Expected } from '../control/verify-expectation.ts'
import type { WaitSetting } from '../control/wait-for.ts'
import { anything, either, list, maybe, members, record, text, truth, whole, word } from '../json/shape.ts' // prettier-ignore
import { refuse } from '../model/refusal.ts'
import { askable } from './askable.ts'
import { control, type ControlCall } from './control-operation.ts'
import { PlainText } from './plain-text.ts'

// What was asked.

/** A journal holds no more. */
const ALL = 10_000

const entry = {
  id: whole(1),
  time: text(),
  method: text(),
  path: text(),
  parameters: list(
    members<{ name: string; value: string }>('a parameter', { name: text(), value: text() }),
  ),
  route: maybe(text()),
  operation: maybe(text()),
  user: maybe(text()),
  world: text(),
  status: whole(0),
  mediaType: word('xml', 'json'),
  unread: maybe(list(text())),
  fault: maybe(text()),
  requestBytes: maybe(whole(0)),
  responseBytes: maybe(whole(0)),
  userAgent: maybe(text()),
  contentType: maybe(text()),
  body: maybe(text()),
  preflight: maybe(truth),
}
const filter = text('a filter such as Operation==JobStart', /\S/)
const after = maybe(whole(0, Infinity, 'the id of an entry: only what came later counts'))

export const listRequests = control({
  method: 'GET',
  path: 'requests',
  name: 'listRequests',
  says: 'Lists what was asked, in the filter language; ?as=har for an HTTP archive.',
  parameters: {
    filter: maybe(filter),
    sortAsc: maybe(text()),
    sortDesc: maybe(text()),
    page: maybe(whole(1)),
    pageSize: maybe(whole(1)),
    after,
    as: maybe(word('har')),
  },
  answer: either(
    members<JournalPage>('a page of the journal', {
      entries: list(members<EntryView>('an entry', entry)),
      page: whole(1),
      pageSize: whole(1),
      total: whole(0),
      dropped: whole(0),
    }),
    members<ReturnType<typeof harOf>>('an HTTP archive', { log: anything('a log') }),
  ),
  asks: true,
  run: ({ house, houses, parameters, base }, { AskedJournal }) => {
    const journal = new AskedJournal(house.journal, askable(house.name))
    const as = parameters.find(({ name }) => name.toLowerCase() === 'as')
    const rest = parameters.filter((parameter) => parameter !== as)
    if (as === undefined) return journal.listBy(rest)
    if (as.value.toLowerCase() !== 'har')
      throw refuse.badRequest(`Found as=${as.value.slice(0, 100)}; it is har, or left out.`)
    return harOf(journal.listBy(rest, ALL).entries, { base, version: houses.version })
  },
})

export const clearRequests = control({
  method: 'DELETE',
  path: 'requests',
  name: 'clearRequests',
  says: 'Forgets what was asked, but not the counts.',
  answer: members<{ cleared: number }>('how many there were', { cleared: whole(0) }),
  run: ({ house: { journal } }) => {
    const { size } = journal
    journal.clear()
    return { cleared: size }
  },
})

export const readCounts = control({
  method: 'GET',
  path: 'counts',
  name: 'readCounts',
  says: 'Tells how often each operation was asked for, ever, or since the counters were put back.',
  answer: members<CountsState>('counts', {
    operations: record(
      'counts by operation',
      members<CountsState['operations'][string]>('counts of an operation', {
        count: whole(0),
        byStatus: record('counts by status', whole(0)),
      }),
    ),
    total: whole(0),
  }),
  run: ({ house }) => house.journal.counts(),
})

const check = members<Check>('what came of an expectation', {
  ok: truth,
  certain: truth,
  that: either(text(), list(text())),
  expected: text(),
  found: whole(0),
  says: text(),
  matched: list(whole(1)),
  nearest: list(members<Check['nearest'][number]>('an entry', { ...entry, differs: text() })),
})
const count = maybe(whole(0))
const several = list(filter)
const one = [
  members('a count of what is asked', {
    that: filter,
    exactly: count,
    atLeast: count,
    atMost: count,
    after,
  }),
  members('an order of what is asked', { inOrder: several, after }),
  members('all that is asked', { onlyThese: several, after }),
] as const

export const verify = control({
  method: 'POST',
  path: 'verify',
  name: 'verify',
  says: 'Tells whether what is expected was asked, and what differs.',
  body: either(...one, members('several expectations', { expect: list(either(...one)), after })),
  answer: members<Verdict>('a verdict', { ok: truth, certain: truth, checks: list(check) }),
  asks: true,
  run: ({ house, body }: ControlCall<Expected>, { AskedJournal }) =>
    new AskedJournal(house.journal, askable(house.name)).verify(body),
})

export const waitFor = control({
  method: 'POST',
  path: 'wait-for',
  name: 'waitFor',
  says: 'Answers when so many requests have come that a filter finds, or time is up.',
  body: members<WaitSetting>('what is waited for', {
    that: filter,
    count: maybe(whole(1)),
    timeout: maybe(text('a length of time such as PT10S, five minutes at the most')),
    after,
  }),
  answer: check,
  run: ({ house, houses, body, gone }: ControlCall<WaitSetting>) =>
    houses.waiting.waitFor(house, body, gone),
})

export const readMetrics = control({
  method: 'GET',
  path: 'metrics',
  name: 'readMetrics',
  says: 'Counts of all worlds, as Prometheus reads them.',
  answer: { mediaType: 'text/plain' },
  ofServer: true,
  run: ({ houses }) => new PlainText('text/plain; version=0.0.4', writeMetrics(houses.list())),
})
