import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startEnterpriseManager } from '../../src/index.ts'
import type { ClockChange, ClockState } from '../../src/simulation/core/clock-control.ts'
import { accepts, openEm, type Em } from '../support/em.ts'

// Simulated time, as a test sets it: by hand, and seen in what the API says.

let em: Em
beforeAll(async () => {
  em = await openEm({ scenario: 'default', now: '2026-01-15T12:00:00Z', clock: 'frozen' })
})
beforeEach(() => em.ask('POST /_mock/reset'))
afterAll(() => em.close())

const ask = async (request: string, body?: unknown) => {
  const { status, body: text } = await em.ask(request, {
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status, json: JSON.parse(text) as ClockState & ClockChange & { message: string } }
}

describe('what time it is', () => {
  it('is told to everyone', async () => {
    const { status, json } = await ask('GET /_mock/clock')
    expect([status, json]).toEqual([200, { mode: 'frozen', rate: 1, now: '2026-01-15T12:00:00Z' }])
  })

  it.each([
    [{ now: '2026-01-15T14:30:00Z' }, 'frozen', 1, '2026-01-15T14:30:00Z'],
    [{ now: '2026-02-01' }, 'frozen', 1, '2026-02-01T00:00:00Z'],
    [{ mode: 'frozen', rate: 1, now: '2026-01-15T12:00:00Z' }, 'frozen', 1, '2026-01-15T12:00:00Z'],
    [{}, 'frozen', 1, '2026-01-15T12:00:00Z'],
  ])('PUT %j', async (body, mode, rate, now) => {
    const { status, json } = await ask('PUT /_mock/clock', body)
    expect(status).toBe(200)
    expect(json).toMatchObject({ mode, rate, now })
  })

  it.each([
    [{ mode: 'real' }, 'real', 1],
    [{ mode: '60x' }, '60x', 60],
    [{ rate: 3600 }, '3600x', 3600],
    [{ mode: '60x', rate: 60 }, '60x', 60],
  ])('runs on after PUT %j', async (body, mode, rate) => {
    const { json } = await ask('PUT /_mock/clock', body)
    expect(json).toMatchObject({ mode, rate })
    const again = await ask('GET /_mock/clock')
    expect(Date.parse(again.json.now)).toBeGreaterThanOrEqual(Date.parse(json.now))
  })

  it.each([
    [{ now: '2026-01-15T11:59:59Z' }, /It is 2026-01-15T12:00:00Z.*does not go back.*--now/],
    [{ now: 'tomorrow' }, /"tomorrow".*2026-01-15T08:00:00Z/],
    [{ now: 7 }, /body.now: found 7/],
    [{ mode: 'slow' }, /"slow".*real, frozen/],
    [{ now: '2046-01-15' }, /more than ten years/],
    [{ mode: '1000000x' }, /"1000000x".*100000x at the most/],
    [{ rate: -1 }, /body.rate: found -1/],
    [{ rate: 1e6 }, /100000 at the most/],
    [{ rate: '9' }, /body.rate: found "9"/],
    [{ nwo: '2026-02-01' }, /body.nwo: .*Did you mean "now"/],
    [[], /body: found a list/],
  ])('PUT %j is refused, and nothing moves', async (body, message) => {
    const { status, json } = await ask('PUT /_mock/clock', body)
    expect([status, json.message]).toEqual([400, expect.stringMatching(message)])
    expect((await ask('GET /_mock/clock')).json.now).toBe('2026-01-15T12:00:00Z')
  })
})

describe('time that passes at once', () => {
  it('brings everything with it that became due', async () => {
    const token = await em.logOn()
    const { json } = await ask('POST /_mock/clock/advance', { by: 'PT12H' })
    expect(json.now).toBe('2026-01-16T00:00:00Z')
    const ended = json.happened.filter(({ type, state }) => type === 'BackupJobSession' && state === 'Stopped')
    expect(ended.map(({ name }) => name.split('@')[0])).toContain('Backup Job 1')
    expect(json.happened.map(({ at }) => at)).toEqual(json.happened.map(({ at }) => at).toSorted())
    // The logon was idle for all that time.
    const late = await em.ask('GET /api/backupSessions', { token, accept: accepts.json })
    expect(late.status).toBe(401)
    expect(late.headers.date).toBe('Fri, 16 Jan 2026 00:00:00 GMT')
    const again = await em.logOn()
    const [last] = ended
    const { status, body } = await em.ask(`GET /api/backupSessions/${last!.id}?format=Entity`, {
      token: again,
      accept: accepts.json,
    })
    expect([status, JSON.parse(body)]).toMatchObject([200, { State: 'Stopped', Name: last!.name }])
  })

  it('is the same in one step and in many', async () => {
    const other = await openEm({
      scenario: 'default',
      now: '2026-01-15T12:00:00Z',
      clock: 'frozen',
    })
    await ask('POST /_mock/clock/advance', { by: 'P3D' })
    for (let hour = 0; hour < 72; hour += 8)
      await other.ask('POST /_mock/clock/advance', {
        headers: { 'content-type': 'application/json' },
        body: '{"by":"8h"}',
      })
    for (const { name } of em.simulation.store.resources)
      expect([...other.simulation.store.table(name)]).toEqual([...em.simulation.store.table(name)])
    await other.close()
  })

  it('closes the 30-day window', async () => {
    const count = async () => {
      const token = await em.logOn()
      const { body } = await em.ask('GET /api/restoreSessions', { token, accept: accepts.json })
      return (JSON.parse(body) as { Refs: unknown[] }).Refs.length
    }
    expect(await count()).toBeGreaterThan(0)
    await ask('POST /_mock/clock/advance', { by: 'P31D' })
    expect(await count()).toBe(0)
  })

  it('tells the last thousand events of a year, and how many there were', async () => {
    const { json } = await ask('POST /_mock/clock/advance', { by: 'P365D' })
    expect(json.happened).toHaveLength(1000)
    expect(json.events).toBeGreaterThan(50_000)
    expect(json.happened.at(-1)!.at.slice(0, 7)).toBe('2027-01')
  })

  it.each([
    ['PT0S', '2026-01-15T12:00:00Z'],
    ['0s', '2026-01-15T12:00:00Z'],
    ['2s', '2026-01-15T12:00:02Z'],
    ['2026-01-15T13:30:00+01:00', '2026-01-15T12:30:00Z'],
  ])('by %s: it is %s', async (by, now) => {
    expect((await ask('POST /_mock/clock/advance', { by })).json.now).toBe(now)
  })

  it.each([
    {},
    { by: 'P99999999999D' },
    { by: '' },
    { by: '2' },
    { by: '2026-01-15T11:59:59Z' },
    { by: '-5m' },
    { by: 'P1M' },
    { by: 5 },
    { for: 'PT1H' },
  ])('POST advance %j is refused', async (body) => {
    const { status, json } = await ask('POST /_mock/clock/advance', body)
    expect([status, typeof json.message]).toEqual([400, 'string'])
  })
})

describe('the next thing that happens', () => {
  it('is waited for, one after another', async () => {
    let before = '2026-01-15T12:00:00Z'
    for (let n = 0; n < 20; n++) {
      const { json } = await ask('POST /_mock/clock/next')
      expect(json.now >= before).toBe(true)
      before = json.now
    }
    expect(before > '2026-01-15T12:00:00Z').toBe(true)
  })

  it('is nothing where nothing is', async () => {
    const none = await openEm({ scenario: 'empty', now: '2026-01-15T12:00:00Z', clock: 'frozen' })
    const { body } = await none.ask('POST /_mock/clock/next')
    expect(JSON.parse(body)).toEqual({
      mode: 'frozen',
      rate: 1,
      now: '2026-01-15T12:00:00Z',
      events: 0,
      happened: [],
    })
    await none.close()
  })
})

it('is the same on the handle of a program', async () => {
  await using running = await startEnterpriseManager({
    httpPort: 0,
    httpsPort: 'off',
    scenario: 'docs',
  })
  const told = running.clock.advance('PT2H')
  const answer = await fetch(`${running.url}/_mock/clock`)
  const { mode, rate, now } = told
  expect(await answer.json()).toEqual({ mode, rate, now })
  expect(now).toBe('2025-08-16T15:30:00Z')
  expect(() => running.clock.set({ now: '2020-01-01' })).toThrow(/does not go back/)
})
