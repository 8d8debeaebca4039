import { describe, expect, it } from 'vitest'
import { parseFilter } from '#grammar'
import { bind } from '../../src/query/bind.ts'
import { runQuery } from '../../src/query/run-query.ts'
import { guid, newJob, newSession, newStore, numbersOf, session } from '../store/sample.ts'
import type { Session } from '../store/sample.ts'

// More rows than a block of times, more words than have sets, more names than a dictionary takes.
const size = 6000
const store = newStore()
const table = store.table<Session>('Session')
const rowOf = (n: number): Session =>
  newSession(n, {
    up: { Job: guid(n % 300) },
    Label: `label ${(n * 7919) % size}`,
    Result: n % 20 === 0 ? 'Failed' : n % 50 === 1 ? 'Warning' : 'Success',
    ...(n % 3 > 0 && { EndTimeUTC: n * 1e6 + ((n * 31) % 1000) * 1e6 }),
    ...(n % 7 > 0 && { TotalSize: (n * 7919) % 1009 }),
    ...(n % 11 > 0 && { Reason: `reason ${n % 11 === 1 ? n % 400 : n % 9}` }),
  })
for (let n = 0; n < 300; n++) store.table('Job').add(newJob(n))
for (let n = 0; n < size; n++) table.add(rowOf(n))

type Held = (row: Session) => boolean
const seconds = (n: number) => new Date(n * 1000).toISOString()
const filters: readonly (readonly [string, Held])[] = [
  [`CreationTime>="${seconds(5000)}"`, (row) => row.CreationTimeUTC >= 5000e6],
  [`CreationTime<"${seconds(1024)}"`, (row) => row.CreationTimeUTC < 1024e6],
  [`CreationTime<="${seconds(1024)}"`, (row) => row.CreationTimeUTC <= 1024e6],
  [`CreationTime!="${seconds(1024)}"`, (row) => row.CreationTimeUTC !== 1024e6],
  [`EndTime>"${seconds(3000)}"`, (row) => (row.EndTimeUTC ?? 0) > 3000e6],
  [`EndTime<"${seconds(9000)}"`, (row) => row.EndTimeUTC !== undefined],
  [`EndTime!="${seconds(1)}"`, (row) => row.EndTimeUTC !== undefined],
  ['TotalSize==500', (row) => row.TotalSize === 500],
  ['TotalSize!=500', (row) => row.TotalSize !== undefined && row.TotalSize !== 500],
  ['Reason=="reason 8"', (row) => row.Reason === 'reason 8'],
  ['Reason!="reason 8"', (row) => row.Reason !== undefined && row.Reason !== 'reason 8'],
  ['Reason>"reason 5"', (row) => (row.Reason ?? '') > 'reason 5'],
  ['Label=="label 77"', (row) => row.Label === 'label 77'],
  ['Label!="label 77"', (row) => row.Label !== 'label 77'],
  ['Label<"label 2"', (row) => row.Label < 'label 2'],
  ['JobName=="backup job 7"', (row) => row.up.Job === guid(7)],
  ['JobName>="Backup Job 99"', (row) => row.up.Job === guid(99)],
  [`JobUid==${guid(299)};Result==Failed`, () => false],
  ['Result==Failed;TotalSize>=500', (row) => row.Result === 'Failed' && (row.TotalSize ?? 0) >= 500],
  ['Result>=Warning,TotalSize<10', (row) => row.Result !== 'Success' || (row.TotalSize ?? 10) < 10],
]

function ask(filter: string, order: readonly (readonly [string, 'asc' | 'desc'])[], page = 1) {
  const parsed = parseFilter(filter)
  const bound = parsed.ok ? bind(parsed.expression, session) : parsed
  if (!bound.ok) throw new Error(bound.diagnostics[0].message)
  return runQuery(table, {
    selection: bound.selection,
    order: order.map(([name, direction]) => ({ source: session.query[name]!, direction })),
    page,
    pageSize: 50,
  })
}

const sorts: readonly (readonly [string, 'asc' | 'desc', (row: Session) => string | number | undefined])[] = [
  ['CreationTime', 'desc', (row) => row.CreationTimeUTC],
  ['EndTime', 'desc', (row) => row.EndTimeUTC],
  ['EndTime', 'asc', (row) => row.EndTimeUTC],
  ['TotalSize', 'asc', (row) => row.TotalSize],
  ['Result', 'desc', (row) => ['Success', 'Warning', 'Failed'].indexOf(row.Result)],
  ['Label', 'asc', (row) => row.Label],
  ['JobName', 'desc', (row) => store.nameOf('Job', row.up.Job ?? '')],
]

function sorted(rows: Session[], [, direction, key]: (typeof sorts)[number]): Session[] {
  const sign = direction === 'asc' ? 1 : -1
  return rows.sort((a, b) => {
    const [x, y] = [key(a), key(b)]
    return x === y ? 0 : x === undefined || (y !== undefined && x < y) ? -sign : sign
  })
}

function checkAll(): void {
  for (const [filter, holds] of filters) {
    const rows = [...table].filter(holds)
    expect([filter, ask(filter, []).total]).toEqual([filter, rows.length])
    for (const sort of sorts) {
      const [name, direction] = sort
      const all = sorted([...rows], sort)
      for (const page of [1, 2, Math.ceil(rows.length / 50)])
        if (page > 0)
          expect([filter, name, direction, page, ...numbersOf(ask(filter, [[name, direction]], page).rows)]).toEqual([
            filter,
            name,
            direction,
            page,
            ...numbersOf(all.slice((page - 1) * 50, page * 50)),
          ])
    }
  }
}

describe('a query over many rows answers what a look at every row would', () => {
  it('in columns of every form', () => {
    const costs = ['Result', 'CreationTime', 'JobName', 'Label', 'UID'].map(
      (name) => table.column(session.query[name]!).cost,
    )
    expect(costs).toEqual([0, 1, 2, 3, 3])
  })

  it('at first', checkAll)

  it('after changes', () => {
    for (let n = 0; n < size; n += 13) table.replace({ ...rowOf(n + 5), id: guid(n) })
    for (let n = 5; n < size; n += 29) table.remove(guid(n))
    for (let n = size; n < size + 600; n++) table.add({ ...rowOf(n - 500 + (n % 2) * 900), id: guid(n) })
    checkAll()
  })

  it('after more than half are gone', () => {
    const rows = numbersOf(table)
    for (const n of rows.slice(0, 4000)) table.remove(guid(n))
    expect(table.positions).toBeLessThan(size)
    store.table('Job').replace(newJob(7, 'Renamed'))
    store.table('Job').replace(newJob(8, 'Backup Job 7'))
    expect(numbersOf(ask('JobName=="Backup Job 7"', []).rows)).toEqual(
      numbersOf([...table].filter((row) => row.up.Job === guid(8)).slice(0, 50)),
    )
  })
})
