import { describe, expect, it } from 'vitest'
import { runQuery, type Query } from '../../src/query/run-query.ts'
import { newSession, newStore, numbersOf, session } from '../store/sample.ts'

const table = newStore().table('Session')
for (const it of [
  newSession(1, { CreationTimeUTC: 30, Result: 'Failed', Label: 'b' }),
  newSession(2, { CreationTimeUTC: 10, Result: 'None', Label: 'b' }),
  newSession(3, { CreationTimeUTC: 30, Result: 'Warning', Label: 'A' }),
  newSession(4, { CreationTimeUTC: 20, Result: 'Failed', Label: 'a' }),
  newSession(5, { CreationTimeUTC: 30, Result: 'Success', Label: 'B', EndTimeUTC: 5 }),
])
  table.add(it)

const ask = (asked: Partial<Query>) => {
  const { rows, ...paging } = runQuery(table, { order: [], page: 1, pageSize: 100, ...asked })
  return { ...paging, rows: numbersOf(rows) }
}
const by = (...names: readonly string[]): Query['order'] =>
  names.map((name) => ({
    source: session.query[name.replace('-', '')]!,
    direction: name.startsWith('-') ? 'desc' : 'asc',
  }))

describe('rows are sorted', () => {
  it.each([
    [[], [1, 2, 3, 4, 5]],
    [['CreationTime'], [2, 4, 1, 3, 5]],
    [['-CreationTime'], [1, 3, 5, 4, 2]],
    [['Result'], [2, 5, 3, 1, 4]],
    [['-Result'], [1, 4, 3, 5, 2]],
    [['Label'], [3, 4, 1, 2, 5]],
    [['-Label'], [1, 2, 5, 3, 4]],
    [
      ['Label', '-CreationTime'],
      [3, 4, 1, 5, 2],
    ],
    [
      ['-CreationTime', 'Label', '-Result'],
      [3, 1, 5, 4, 2],
    ],
    [['EndTime'], [1, 2, 3, 4, 5]],
    [['-EndTime'], [5, 1, 2, 3, 4]],
    [['-UID'], [5, 4, 3, 2, 1]],
    [
      ['JobName', '-Name'],
      [1, 5, 2, 3, 4],
    ],
  ])('by %j', (names, rows) => {
    expect(ask({ order: by(...names) }).rows).toEqual(rows)
  })

  it('as text where they are text', () => {
    const store = newStore()
    for (const [n, Label] of ['May 27 2025 12:55PM', 'Jun  5 2025  1:01AM'].entries())
      store.table('Session').add(newSession(n, { Label }))
    const page = runQuery(store.table('Session'), { order: by('Label'), page: 1, pageSize: 9 })
    expect(numbersOf(page.rows)).toEqual([1, 0])
  })
})

describe('a page', () => {
  it.each([
    [1, 2, [1, 3]],
    [2, 2, [5, 4]],
    [3, 2, [2]],
    [4, 2, []],
    [1, 5, [1, 3, 5, 4, 2]],
    [2, 5, []],
    [2 ** 31 - 1, 2 ** 31 - 1, []],
  ])('number %i of %i rows', (page, pageSize, rows) => {
    const order = by('-CreationTime')
    expect(ask({ order, page, pageSize })).toEqual({ rows, page, pageSize, total: 5 })
    const unsorted = ask({ page, pageSize }).rows
    expect(unsorted).toEqual([1, 2, 3, 4, 5].slice((page - 1) * pageSize, page * pageSize))
  })

  it('of nothing', () => {
    const nothing = { order: by('Result'), page: 1, pageSize: 100 }
    expect(runQuery(newStore().table('Session'), nothing)).toEqual({
      rows: [],
      page: 1,
      pageSize: 100,
      total: 0,
    })
  })
})
