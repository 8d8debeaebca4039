import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameOf } from '../../src/model/names.ts'
import { readQuery, type Parameter } from '../../src/query/read-query.ts'
import { runQuery } from '../../src/query/run-query.ts'
import type { Store } from '../../src/store/store.ts'
import { guid, newJob, newSession, newStore, session } from '../store/sample.ts'
import type { Job, Session } from '../store/sample.ts'

const results = ['None', 'Success', 'Warning', 'Failed'] as const
const words = ['alpha', 'Alpha', 'beta', 'BETA', 'gamma'] as const
type Value = string | number | undefined

/** What each name means, said again without any of what is tested. */
const meanings: Record<string, (row: Session, store: Store) => Value> = {
  UID: (row) => row.id,
  Name: (row) => nameOf(row, session.naming, 'postgresql').toLowerCase(),
  CreationTime: (row) => row.CreationTimeUTC,
  EndTime: (row) => row.EndTimeUTC,
  Result: (row) => results.indexOf(row.Result),
  Reason: (row) => row.Reason?.toLowerCase(),
  TotalSize: (row) => row.TotalSize,
  IsRetry: (row) => Number(row.IsRetry),
  JobUid: (row) => row.up.Job,
  JobName: (row, store) => jobOf(row, store)?.Name.toLowerCase(),
}
const jobOf = ({ up }: Session, store: Store) => [...store.table<Job>('Job')].find(({ id }) => id === up.Job)

const compare: Record<string, (a: string | number, b: string | number) => boolean> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

interface Asked {
  readonly text: string
  readonly holds: (row: Session, store: Store) => boolean
}

const time = (n: number) => `"1970-01-01T00:00:0${n}Z"`
const written = fc.oneof(
  fc.nat(9).map((n) => ['UID', guid(n), guid(n)] as const),
  fc.nat(9).map((n) => ['CreationTime', time(n), n * 1e6] as const),
  fc.nat(9).map((n) => ['EndTime', time(n), n * 1e6] as const),
  fc.nat(3).map((n) => ['Result', results[n]!, n] as const),
  fc.constantFrom(...words).map((word) => ['Reason', word, word.toLowerCase()] as const),
  fc.integer({ min: -2, max: 2 }).map((n) => ['TotalSize', String(n), n] as const),
  fc.nat(3).map((n) => ['JobUid', `"urn:veeam:Job:${guid(n)}"`, guid(n)] as const),
  fc.constantFrom(...words).map((word) => ['JobName', `"${word}"`, word.toLowerCase()] as const),
  fc.constantFrom(...words).map((word) => ['Name', `"${word}@1970"`, `${word}@1970`.toLowerCase()] as const),
)
const comparison = fc
  .tuple(written, fc.constantFrom(...Object.keys(compare)))
  .map(([[name, text, key], operator]): Asked => ({
    text: `${name}${operator}${text}`,
    holds: (row, store) => {
      const value = meanings[name]!(row, store)
      return value !== undefined && compare[operator]!(value, key)
    },
  }))
const filters: fc.Arbitrary<Asked> = fc.letrec<{ filter: Asked }>((tie) => {
  const several = fc.array(tie('filter'), { minLength: 2, maxLength: 3 })
  return {
    filter: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      comparison,
      several.map((of): Asked => ({
        text: `(${of.map(({ text }) => text).join(';')})`,
        holds: (row, store) => of.every((part) => part.holds(row, store)),
      })),
      several.map((of): Asked => ({
        text: `(${of.map(({ text }) => text).join(',')})`,
        holds: (row, store) => of.some((part) => part.holds(row, store)),
      })),
    ),
  }
}).filter

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const sessions = fc.nat(9).chain((n) =>
  fc
    .record({
      job: maybe(fc.nat(3)),
      Label: fc.constantFrom(...words),
      created: fc.nat(9),
      ended: maybe(fc.nat(9)),
      Result: fc.constantFrom(...results),
      Reason: maybe(fc.constantFrom(...words)),
      TotalSize: maybe(fc.integer({ min: -2, max: 2 })),
      IsRetry: fc.boolean(),
    })
    .map(({ job, created, ended, Reason, TotalSize, ...rest }) =>
      newSession(n, {
        ...rest,
        up: job === undefined ? {} : { Job: guid(job) },
        CreationTimeUTC: created * 1e6,
        ...(ended !== undefined && { EndTimeUTC: ended * 1e6 }),
        ...(Reason !== undefined && { Reason }),
        ...(TotalSize !== undefined && { TotalSize }),
      }),
    ),
)

type Change = (store: Store) => void
const put =
  (type: string, row: Session | Job): Change =>
  (store) => {
    const table = store.table(type)
    if (table.get(row.id)) table.replace(row)
    else table.add(row)
  }
const drop =
  (type: string, n: number): Change =>
  (store) => {
    if (store.table(type).get(guid(n))) store.table(type).remove(guid(n))
  }
const changes: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: sessions.map((row) => put('Session', row)) },
  { weight: 2, arbitrary: fc.nat(9).map((n) => drop('Session', n)) },
  fc.tuple(fc.nat(3), fc.constantFrom(...words)).map(([n, name]) => put('Job', newJob(n, name))),
  fc.nat(3).map((n) => drop('Job', n)),
)

interface Question {
  readonly filter: Asked | undefined
  readonly sorts: readonly (readonly ['sortAsc' | 'sortDesc', string])[]
  readonly pageSize: number
}
const questions: fc.Arbitrary<Question> = fc.record({
  filter: maybe(filters),
  sorts: fc.array(
    fc.tuple(fc.constantFrom('sortAsc' as const, 'sortDesc' as const), fc.constantFrom(...Object.keys(meanings))),
    { maxLength: 3 },
  ),
  pageSize: fc.integer({ min: 1, max: 4 }),
})

function expected(store: Store, { filter, sorts }: Question): readonly Session[] {
  const rows = [...store.table<Session>('Session')].filter((row) => filter?.holds(row, store) ?? true)
  return rows.sort((a, b) => {
    for (const [direction, name] of sorts) {
      const [x, y] = [meanings[name]!(a, store), meanings[name]!(b, store)]
      if (x === y) continue
      const isBefore = x === undefined || (y !== undefined && x < y)
      return isBefore === (direction === 'sortAsc') ? -1 : 1
    }
    return 0
  })
}

/** All pages, asked one by one. */
function answered(store: Store, { filter, sorts, pageSize }: Question): readonly Session[] {
  const rows: Session[] = []
  for (let page = 1; ; page++) {
    const parameters: Parameter[] = [
      { name: 'type', value: 'session' },
      ...(filter ? [{ name: 'filter', value: filter.text }] : []),
      ...sorts.map(([name, value]) => ({ name, value })),
      { name: 'pageSize', value: String(pageSize) },
      { name: 'page', value: String(page) },
    ]
    const answer = runQuery(store.table<Session>('Session'), readQuery(parameters, store.register).query)
    rows.push(...answer.rows)
    if (page * pageSize >= answer.total) {
      expect(answer.total).toBe(rows.length)
      return rows
    }
  }
}

describe('a query', () => {
  it('answers what a look at every row would, page by page, whatever has changed since the last', () => {
    const lives = fc.array(fc.oneof(changes, questions), {
      minLength: 20,
      maxLength: 60,
      size: 'max',
    })
    fc.assert(
      fc.property(lives, (life) => {
        const store = newStore()
        for (const step of life)
          if (typeof step === 'function') step(store)
          else expect(answered(store, step)).toEqual(expected(store, step))
      }),
      { numRuns: 200 },
    )
  })

  it('gives for a;b what a and b both give', () => {
    fc.assert(
      fc.property(fc.array(sessions, { maxLength: 20 }), filters, filters, (rows, a, b) => {
        const store = newStore()
        for (const row of rows) put('Session', row)(store)
        const ask = (text: string) => answered(store, { filter: { ...a, text }, sorts: [], pageSize: 9 })
        const both = ask(`(${a.text});(${b.text})`)
        const second = ask(b.text)
        expect(both).toEqual(ask(a.text).filter((row) => second.includes(row)))
      }),
    )
  })

  it('finds the same in columns and orders kept current as in new ones', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 30 }), (life) => {
        const store = newStore()
        const table = store.table('Session')
        const sources = Object.values(session.query).filter(
          (source) => source.of !== 'member' || source.member !== 'Days',
        )
        for (const change of life) {
          change(store)
          for (const source of sources) table.order(source)
        }
        const fresh = newStore()
        for (const row of store.table('Job')) fresh.table('Job').add(row)
        for (const row of table) fresh.table('Session').add(row)
        for (const source of sources) {
          const remade = fresh.table('Session')
          expect(table.rowsAt(table.order(source).positions)).toEqual(remade.rowsAt(remade.order(source).positions))
        }
      }),
    )
  })
})
