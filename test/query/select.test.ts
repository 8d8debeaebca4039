import { describe, expect, it } from 'vitest'
import { days } from '../../src/clock/duration.ts'
import { readInstant } from '../../src/clock/read-instant.ts'
import { bind } from '../../src/query/bind.ts'
import { select } from '../../src/query/select.ts'
import { every, memberIs, under } from '../../src/query/selection.ts'
import { inWindow } from '../../src/query/window.ts'
import { expressionOf } from '../grammar/marked.ts'
import { guid, job, newJob, newSession, newStore, numbersOf, session } from '../store/sample.ts'

const at = (text: string) => readInstant(text)!

const store = newStore()
for (const it of [newJob(1), newJob(2, '"Backup"'), newJob(3, 'Fileserver, Backup')]) store.table('Job').add(it)
const table = store.table('Session')
for (const it of [
  newSession(1, {
    CreationTimeUTC: at('2025-08-15T06:00:00Z'),
    EndTimeUTC: at('2025-08-15T07:00'),
  }),
  newSession(2, {
    CreationTimeUTC: at('2025-08-15T06:00:00.5Z'),
    Result: 'Failed',
    Reason: 'Disk full',
  }),
  newSession(3, { CreationTimeUTC: at('2025-08-16'), Result: 'None', up: { Job: guid(2) } }),
  newSession(4, {
    CreationTimeUTC: at('2025-08-17'),
    Result: 'Warning',
    up: { Job: guid(3) },
    TotalSize: 100,
  }),
  newSession(5, {
    CreationTimeUTC: at('2025-08-18'),
    IsRetry: true,
    up: {},
    TotalSize: -1,
    Reason: 'diskfull',
  }),
])
  table.add(it)

function ask(filter: string): number[] {
  const bound = bind(expressionOf(filter), session)
  if (!bound.ok) throw new Error(bound.diagnostics[0].message)
  return numbersOf(table.rowsAt(select(table, bound.selection).slice()))
}

describe('a filter selects', () => {
  it.each([
    ['Result==Failed', [2]],
    ['result==failed', [2]],
    ['Result=="FAILED"', [2]],
    ['Result!=Success', [2, 3, 4]],
    ['Result>=Warning', [2, 4]],
    ['Result<Success', [3]],
    ['Result>None', [1, 2, 4, 5]],
    ['Result<=None', [3]],
    ['Result>Failed', []],

    ['CreationTime>"2025-08-15T06:00:00Z"', [2, 3, 4, 5]],
    ['CreationTime>=2025-08-15T06:00:00', [1, 2, 3, 4, 5]],
    ['CreationTimeUTC<=2025-08-15 06:00:00', [1]],
    ['CreationTime=="2025-08-15T08:00:00+02:00"', [1]],
    ['CreationTime=="2025-08-15T08:00:00 02:00"', [1]],
    ['CreationTime!="2025-08-15T06:00:00.5"', [1, 3, 4, 5]],
    ['CreationTime>="2025-08-16"', [3, 4, 5]],
    ['CreationTime<"2025-08-16"', [1, 2]],
    ['creationtime>="Sun, 17 Aug 2025 00:00:00 GMT"', [4, 5]],
    ['EndTime>"2020-01-01"', [1]],
    ['EndTime!="2020-01-01"', [1]],
    ['EndTime<"2030-01-01"', [1]],

    ['JobName=="Backup Job 1"', [1, 2]],
    ['JobName==backup job 1', [1, 2]],
    ['JobName=="BackupJob1"', []],
    ['JobName!=Backup Job 1', [3, 4]],
    ['JobName==""Backup""', [3]],
    ['JobName=="""Backup"""', [3]],
    ['JobName=="Fileserver, Backup"', [4]],
    ['JobName>="c"', [4]],
    [`JobUid==${guid(1)}`, [1, 2]],
    [`JobUid=="urn:veeam:Job:${guid(1)}"`, [1, 2]],
    [`JobUid==URN:VEEAM:JOB:${guid(1).toUpperCase()}`, [1, 2]],
    [`JobUid==urn: veeam:Job:${guid(1)}`, [1, 2]],
    [`JobUid!=${guid(1)}`, [3, 4]],
    [`JobUid>${guid(1)}`, [3, 4]],
    [`JobUid==${guid(9)}`, []],
    [`UID==${guid(4)}`, [4]],
    [`UID!=${guid(4)}`, [1, 2, 3, 5]],
    [`UID>=urn:veeam:Session:${guid(4)}`, [4, 5]],
    [`UID==${guid(9)}`, []],
    ['Name=="run@2025-08-16 00:00:00"', [3]],
    ['Name<"RUN@2025-08-16"', [1, 2]],
    ['ParentName==a', []],

    ['Reason==disk full', [2, 5]],
    ['Reason=="disk full"', [2]],
    ['Reason!=disk full', []],
    ['Reason!=diskfull', [2]],
    ['Reason<diskfull', [2]],
    ['Reason>disk full', [5]],
    ['TotalSize>=100', [4]],
    ['TotalSize==-1', [5]],
    ['TotalSize<"1e2"', [5]],
    ['TotalSize!=100', [5]],
    ['IsRetry==True', [5]],
    ['IsRetry!=true', [1, 2, 3, 4]],
    ['IsRetry=="false"', [1, 2, 3, 4]],

    ['Result==Failed,Result==Warning', [2, 4]],
    ['Result==Success;IsRetry==true', [5]],
    ['Result==Failed,Result==Success;IsRetry==true', [2, 5]],
    ['(Result==Failed,Result==Success);IsRetry==false', [1, 2]],
    ['Result==Failed;Result==Warning', []],
  ])('%s', (filter, expected) => {
    expect(ask(filter)).toEqual(expected)
  })
})

describe('a selection is made of parts', () => {
  const parts = (...given: Parameters<typeof every>[0]) => numbersOf(table.rowsAt(select(table, every(given)).slice()))

  it('which all must hold; without any, everything does', () => {
    expect(parts()).toEqual([1, 2, 3, 4, 5])
    expect(parts(undefined, under('Job', guid(1)))).toEqual([1, 2])
    const failed = memberIs(session, { member: 'Result', is: ['Failed', 'None'] })
    expect(parts(failed)).toEqual([2, 3])
    expect(parts(failed, under('Job', guid(1).toUpperCase()))).toEqual([2])
  })

  it.each([
    ['2025-09-14T06:00:00Z', [1, 2, 3, 4, 5]],
    ['2025-09-14T06:00:00.000001Z', [2, 3, 4, 5]],
    ['2025-09-16', [4, 5]],
  ])('the window shows 30 days at %s', (now, expected) => {
    expect(at('2025-08-15T06:00:00Z') + days(30)).toBe(at('2025-09-14T06:00:00Z'))
    expect(parts(inWindow(session, at(now)))).toEqual(expected)
  })

  it('and the impossible is said', () => {
    expect(() => inWindow(job, 0)).toThrow('Job has no window.')
    expect(() => memberIs(session, { member: 'Label', is: [] })).toThrow('Session has no enumeration Label.')
    expect(() => memberIs(session, { member: 'Result', is: ['Good'] })).toThrow('Session.Result is never Good.')
  })
})
