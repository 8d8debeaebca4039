import { describe, expect, it } from 'vitest'
import { guid, newJob, newSession, newStore, numbersOf, session, type Session } from './sample.ts'

const filled = (...sessions: Session[]) => {
  const table = newStore().table<Session>('Session')
  for (const it of sessions) table.add(it)
  return table
}
const creation = session.query['CreationTime']!
const reason = session.query['Reason']!

describe('a table holds rows by id', () => {
  it('in the order they were added, replaced ones where they stood', () => {
    const table = filled(newSession(3), newSession(1), newSession(2))
    table.replace(newSession(1, { Result: 'Failed' }))
    expect(numbersOf(table)).toEqual([3, 1, 2])
    expect(table.get(guid(1))?.Result).toBe('Failed')
    expect(table.size).toBe(3)
  })

  it('without regard to the case of ids', () => {
    const table = filled({ ...newSession(1), id: 'ABCDEF00-0000-4000-a000-000000000001' })
    expect(table.get('abcdef00-0000-4000-A000-000000000001')?.id).toMatch(/^ABCDEF/)
    expect(() => table.add({ ...newSession(1), id: 'abcdef00-0000-4000-a000-000000000001' })).toThrow(
      'Session abcdef00-0000-4000-a000-000000000001 is there already.',
    )
  })

  it('and says which impossible thing was asked of it', () => {
    const table = filled()
    expect(() => table.replace(newSession(1))).toThrow(`Session ${guid(1)} is not there.`)
    expect(() => table.remove(guid(1))).toThrow(`Session ${guid(1)} is not there.`)
    expect(() => table.under('Owner', guid(1))).toThrow('Session has no role Owner.')
    expect(() => table.column({ of: 'member', member: 'Size' })).toThrow('Session has no member Size.')
    expect(() => table.column({ of: 'roleName', role: 'Owner' })).toThrow('Session has no role Owner.')
    expect(() => table.rowsAt([7])).toThrow('Session has a hole at 7.')
  })

  it('and closes its holes when they are more than its rows', () => {
    const table = filled(...Array.from({ length: 100 }, (_, n) => newSession(n)))
    expect(table.under('Job', guid(1)).length).toBe(100)
    for (let n = 0; n < 99; n += 2) table.remove(guid(n))
    for (let n = 1; n < 40; n += 2) table.remove(guid(n))
    expect(table.positions).toBeLessThan(100)
    const left = Array.from({ length: 30 }, (_, i) => 41 + 2 * i)
    expect(numbersOf(table)).toEqual(left)
    expect(numbersOf(table.under('Job', guid(1)))).toEqual(left)
    expect(left.every((n) => table.get(guid(n))?.id === guid(n))).toBe(true)
  })

  it('and may change while it is walked', () => {
    const table = filled(...Array.from({ length: 100 }, (_, n) => newSession(n)))
    const seen: number[] = []
    for (const { id } of table) {
      seen.push(...numbersOf([{ id }]))
      table.remove(id)
      const next = guid((seen.at(-1) ?? 0) + 1)
      if (table.get(next) && seen.length % 3 === 0) table.remove(next)
    }
    expect(seen).toEqual([...new Set(seen)])
    expect(table.size).toBe(0)
    expect(seen.length).toBe(75)
  })
})

describe('a table knows what is under an id', () => {
  it('in the order added, whatever changes', () => {
    const table = filled(newSession(1), newSession(2, { up: { Job: guid(2) } }), newSession(3))
    expect(numbersOf(table.under('Job', guid(1)))).toEqual([1, 3])
    table.replace(newSession(2))
    table.add(newSession(4))
    table.add(newSession(5, { up: {} }))
    expect(numbersOf(table.under('Job', guid(1).toUpperCase()))).toEqual([1, 2, 3, 4])
    expect(table.under('Job', guid(2))).toEqual([])
    table.remove(guid(3))
    table.replace(newSession(1, { up: {} }))
    expect(numbersOf(table.under('Job', guid(1)))).toEqual([2, 4])
  })
})

describe('an order sorts', () => {
  const rows = [
    newSession(1, { Reason: 'beta' }),
    newSession(2),
    newSession(3, { Reason: 'Alpha' }),
    newSession(4, { Reason: 'alpha' }),
    newSession(5, { Reason: 'Beta' }),
    newSession(6),
  ]
  it.each([
    ['asc', [2, 6, 3, 4, 1, 5]],
    ['desc', [1, 5, 3, 4, 2, 6]],
  ] as const)('%s without case, the absent first, equal ones as added', (direction, expected) => {
    const table = filled(...rows)
    const positions = table.order(reason).slice(table.live, direction, 0, 10)
    expect(numbersOf(table.rowsAt(positions))).toEqual(expected)
  })

  it('and is kept current', () => {
    const table = filled(newSession(5), newSession(3), newSession(9))
    const walk = () => numbersOf(table.rowsAt(table.order(creation).positions))
    expect(walk()).toEqual([3, 5, 9])
    table.add(newSession(4))
    table.add(newSession(10))
    table.replace(newSession(3, { CreationTimeUTC: 9e6 }))
    expect(walk()).toEqual([4, 5, 3, 9, 10])
    table.remove(guid(9))
    table.replace(newSession(5, { CreationTimeUTC: 11e6 }))
    expect(walk()).toEqual([4, 3, 10, 5])
  })
})

describe('a store', () => {
  it('refuses a type that is not in the register', () => {
    expect(() => newStore().table('Sesion')).toThrow('There is no resource type Sesion.')
    expect(newStore().nameOf('Sesion', guid(1))).toBeUndefined()
  })

  it('names entities as their definition says', () => {
    const store = newStore()
    store.table('Job').add(newJob(1))
    store.table('Session').add(newSession(61))
    expect(store.nameOf('Job', guid(1))).toBe('Backup Job 1')
    expect(store.nameOf('Session', guid(61))).toBe('run@1970-01-01 00:01:01')
    expect(store.nameOf('Job', guid(2))).toBeUndefined()
  })

  it('counts changes, and apart from them those that names depend on', () => {
    const store = newStore()
    const jobs = store.table('Job')
    const sessions = store.table('Session')
    const counts: (readonly [number, number])[] = []
    const note = () => counts.push([store.version, store.epoch])
    jobs.add(newJob(1))
    note()
    jobs.replace({ ...newJob(1), Objects: 7 } as never)
    note()
    jobs.replace(newJob(1, 'Other'))
    note()
    sessions.add(newSession(1))
    note()
    sessions.replace(newSession(1, { Result: 'Failed' }))
    note()
    sessions.replace(newSession(1, { CreationTimeUTC: 7 }))
    note()
    sessions.remove(guid(1))
    note()
    expect(counts).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 1],
      [5, 1],
      [6, 2],
      [7, 3],
    ])
  })

  it('makes names of parents anew only when these change', () => {
    const store = newStore()
    store.table('Job').add(newJob(1))
    const sessions = store.table('Session')
    for (const n of [1, 2]) sessions.add(newSession(n))
    const jobName = () => sessions.column(session.query['JobName']!)
    const before = jobName()
    sessions.remove(guid(1))
    expect(jobName()).toBe(before)
    store.table('Job').replace(newJob(1, 'Other'))
    expect(jobName()).not.toBe(before)
    expect(jobName().keyAt(1)).toBe('other')
  })

  it('begins an epoch when a name comes that was asked for in vain', () => {
    const store = newStore()
    store.table('Job').add(newJob(1))
    expect(store.epoch).toBe(0)
    expect(store.nameOf('Job', guid(2))).toBeUndefined()
    store.table('Job').add(newJob(2))
    expect(store.epoch).toBe(1)
  })
})
