import { describe, expect, it } from 'vitest'
import { LogonSessions, tokenOf } from '../../src/auth/logon-sessions.ts'

const minutes = (n: number) => n * 60e6
const timeout = minutes(15)
const LIMIT = 4096

const newSessions = () => new LogonSessions(timeout, () => 1)
const as = (userName: string) => ({ userName, role: 'Portal User', version: 'v1_7' }) as const

describe('a session', () => {
  it('is found by its token, the base64 of its id', () => {
    const sessions = newSessions()
    const session = sessions.open(as('ana'), 0)
    expect(session).toMatchObject(as('ana'))
    expect(session.id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    const token = tokenOf(session.id)
    expect(token).toHaveLength(48)
    expect(Buffer.from(token, 'base64').toString()).toBe(session.id)
    expect(sessions.see(token, 0)).toBe(session)
    expect(sessions.get(session.id, 0)).toBe(session)
  })

  it('has the same id whenever the same requests are made', () => {
    const [one, two] = [newSessions(), newSessions()]
    const ids = (sessions: LogonSessions) => [1, 2, 3].map((n) => sessions.open(as('ana'), n).id)
    expect(ids(one)).toEqual(ids(two))
    expect(new Set(ids(newSessions())).size).toBe(3)
  })

  it.each([
    [minutes(15) - 1e6, true],
    [timeout - 1, true],
    [timeout, false],
    [timeout + 1, false],
    [minutes(60 * 24), false],
  ])('that was silent for %i µs still works: %s', (silent, isOpen) => {
    const sessions = newSessions()
    const session = sessions.open(as('ana'), 7)
    expect(sessions.get(session.id, 7 + silent)).toBe(isOpen ? session : undefined)
    expect(sessions.see(tokenOf(session.id), 7 + silent)).toBe(isOpen ? session : undefined)
  })

  it('lives on while it is seen, and not by being looked at', () => {
    const sessions = newSessions()
    const { id } = sessions.open(as('ana'), 0)
    for (let n = 1; n < 10; n++) expect(sessions.see(tokenOf(id), n * minutes(14))).toMatchObject({ id })
    expect(sessions.get(id, minutes(9 * 14 + 14))).toMatchObject({ id })
    expect(sessions.see(tokenOf(id), minutes(9 * 14 + 15))).toBeUndefined()
  })

  it('stays gone once it was silent for too long', () => {
    const sessions = newSessions()
    const { id } = sessions.open(as('ana'), 0)
    expect(sessions.see(tokenOf(id), timeout)).toBeUndefined()
    expect(sessions.see(tokenOf(id), 1)).toBeUndefined()
    expect(sessions.size).toBe(0)
  })

  it('is gone when it was closed', () => {
    const sessions = newSessions()
    const { id } = sessions.open(as('ana'), 0)
    expect(sessions.close(id)).toBe(true)
    expect(sessions.close(id)).toBe(false)
    expect(sessions.see(tokenOf(id), 0)).toBeUndefined()
  })

  it.each(['', 'x', '\0', 'x'.repeat(1 << 20), '__proto__'])('is not found by %.20j', (token) => {
    const sessions = newSessions()
    sessions.open(as('ana'), 0)
    expect(sessions.see(token, 0)).toBeUndefined()
  })
})

describe('the sessions of a user', () => {
  it('are listed with the asking one first, then those seen last at the end', () => {
    const sessions = newSessions()
    const [a, , b, c] = ['ana', 'bo', 'ana', 'ana'].map((name) => sessions.open(as(name), 0))
    expect(sessions.ofUser(b!, 1)).toEqual([b, a, c])
    sessions.see(tokenOf(a!.id), 1)
    expect(sessions.ofUser(b!, 1)).toEqual([b, c, a])
    expect(sessions.ofUser(b!, timeout)).toEqual([b, a])
  })
})

describe('memory stays flat', () => {
  it('over ten thousand logons at once', () => {
    const sessions = newSessions()
    const ids = Array.from({ length: 10_000 }, () => sessions.open(as('ana'), 0).id)
    expect(sessions.size).toBe(LIMIT)
    expect(sessions.get(ids.at(-LIMIT)!, 0)).toBeDefined()
    expect(sessions.get(ids.at(-LIMIT - 1)!, 0)).toBeUndefined()
  })

  it('and the one that was silent longest goes first', () => {
    const sessions = newSessions()
    const first = sessions.open(as('ana'), 0)
    const second = sessions.open(as('ana'), 0)
    for (let n = 2; n < LIMIT; n++) sessions.open(as('bo'), 0)
    sessions.see(tokenOf(first.id), 1)
    sessions.open(as('bo'), 1)
    expect(sessions.size).toBe(LIMIT)
    expect(sessions.get(first.id, 1)).toBe(first)
    expect(sessions.get(second.id, 1)).toBeUndefined()
  })

  it('since a logon lets go of all that were silent too long', () => {
    const sessions = newSessions()
    for (let n = 0; n < 100; n++) sessions.open(as('ana'), n)
    sessions.open(as('ana'), timeout + 49)
    expect(sessions.size).toBe(51)
  })
})
