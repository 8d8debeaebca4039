import { finish, type Sliced } from '../clock/sliced.ts'
import { nearest } from '../text/nearest.ts'
import { quoteBriefly } from '../text/quote-briefly.ts'
import { errors } from '../model/api-error.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { readCount } from '../query/read-count.ts'
import { readQuery, type Parameter } from '../query/read-query.ts'
import { runQuery } from '../query/run-query.ts'
import { every, type Selection } from '../query/selection.ts'
import { Store } from '../store/store.ts'
import { refuseImpossible, type KnownOperations } from './known-operations.ts'
import { butPreflights, journaled, type EntryView } from './entry.ts'
import type { Journal } from './journal.ts'
import { verify, type Verdict } from './verify.ts'
import type { Expected } from './verify-expectation.ts'

/** Which entries, in what order, which page. Members are as in a query; several sorts are given as lists. */
export interface JournalQuery {
  readonly filter?: string
  readonly sortAsc?: string | readonly string[]
  readonly sortDesc?: string | readonly string[]
  readonly page?: number
  readonly pageSize?: number
  /** Only what came after the entry of this id. */
  readonly after?: number
}

type Told = string | number

/** A page of the journal. */
export interface JournalPage {
  readonly entries: readonly EntryView[]
  readonly page: number
  readonly pageSize: number
  readonly total: number
  /** How many were dropped for want of room. */
  readonly dropped: number
}

const members = ['filter', 'sortAsc', 'sortDesc', 'page', 'pageSize', 'after'] as const

/** A journal as it is asked in the language of filters. Apart from it, since the language it is asked in is large, and many servers are never asked. */
export class AskedJournal {
  readonly #journal: Journal
  readonly #known: KnownOperations

  /** @param askable what can be asked for at all. */
  constructor(journal: Journal, known: KnownOperations) {
    this.#journal = journal
    this.#known = known
  }

  /** A page of what is asked for. Throws a 400 ApiError for what cannot be understood. */
  list(query: JournalQuery = {}): JournalPage {
    const parameters = Object.entries(query as Readonly<Record<string, Told | readonly Told[] | undefined>>).flatMap(
      ([name, value]) =>
        value === undefined ? [] : [value].flat().map((each: Told) => ({ name, value: String(each) })),
    )
    return finish(this.listing(parameters))
  }

  /** As `list`, by the parameters of a request, and as work that may be left off after each entry. @param pageSize if none is asked for. */
  *listing(parameters: readonly Parameter[], pageSize?: number): Sliced<JournalPage> {
    const rest: Parameter[] = [{ name: 'type', value: journaled.name }]
    let after = 0
    let isSized = false
    for (const { name: asked, value } of parameters) {
      const name = members.find((each) => each.toLowerCase() === asked.toLowerCase())
      if (name === undefined)
        throw errors.badRequest(
          `Found ${quoteBriefly(asked)}.${didYouMean(nearest(asked, members))} The journal is asked by ${members.join(', ')}.`,
        )
      isSized ||= name === 'pageSize'
      if (name === 'after') after = value === '0' ? 0 : (readCount(name, value) ?? 0)
      else rest.push({ name, value })
    }
    if (!isSized && pageSize !== undefined) rest.push({ name: 'pageSize', value: String(pageSize) })
    const { query } = readQuery(rest, store.register)
    if (query.selection !== undefined) refuseImpossible(query.selection, this.#known, 'so this would never be found')
    const selection = every([butPreflights(query.selection), laterThan(after)])
    const { rows, ...place } = runQuery(this.#journal.table(), { ...query, selection })
    const { dropped } = this.#journal
    const entries: EntryView[] = []
    for (const row of rows) {
      entries.push(this.#journal.view(row))
      yield
    }
    return { entries, ...place, dropped }
  }

  /** Whether what is expected was asked, and what differs. Throws a 400 ApiError for what cannot be understood. */
  verify(expected: Expected): Verdict {
    return verify(this.#journal, expected, this.#known)
  }
}

const store = new Store([journaled], 'postgresql')

/** Entries after an id; all of them after 0. */
const laterThan = (id: number): Selection | undefined =>
  id === 0 ? undefined : { kind: 'test', source: { of: 'member', member: 'number' }, operator: '>', key: id }
