import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { days } from '../../src/clock/duration.ts'
import { openServer } from '../../src/embed/open-server.ts'
import { startEnterpriseManager } from '../../src/index.ts'
import { HeldWorld } from '../../src/embed/world-handle.ts'
import { accepts, openEm, type Em } from '../support/em.ts'

// What is answered beside long work, and what waits for it. A slice is one step here, so that nothing depends on how fast
// the machine is.

const start = { now: '2026-01-15T08:00:00Z', clock: 'frozen' } as const

let em: Em
beforeEach(async () => {
  em = await openEm({ ...start, scenario: 'docs', sessionTimeout: '400d' })
  em.worlds.slices.longest = 0
})
afterEach(() => em.close())

const json = { headers: { 'content-type': 'application/json' } }
/** Asks for several things without waiting for answers, and says in which order they were answered. */
async function race(asked: readonly (readonly [request: string, body?: object | undefined, token?: string])[]) {
  const order: string[] = []
  const answers = await Promise.all(
    asked.map(async ([request, body, token], n) => {
      // The first has begun when the others come, or is over already.
      while (n > 0 && em.world.lock.isFree && order.length === 0) await setImmediate()
      const told = body && JSON.stringify(body)
      const answer = await em.ask(request, { ...json, accept: accepts.json, token, ...(told && { body: told }) })
      order.push(request)
      return { status: answer.status, told: answer.body }
    }),
  )
  return { order, answers }
}

const long = {
  'POST /_mock/clock/advance': { by: 'P20D' },
  'PUT /_mock/clock': { now: '2026-02-04T08:00:00Z' },
} as const

describe.each(Object.entries(long))('beside %s', (request, body) => {
  it.each([
    'GET /_mock/health',
    'GET /_mock/metrics',
    'GET /_mock/worlds',
    'GET /w/other/_mock/clock',
    'GET /w/other/api/',
  ])('%s is answered before it', async (beside) => {
    // The other world is there.
    await em.ask('GET /w/other/_mock/clock')
    const { order } = await race([[request, body], [beside]])
    expect(order).toEqual([beside, request])
  })

  it.each(['GET /_mock/clock', 'GET /_mock/dump', 'GET /_mock/entities/Job', 'GET /_mock/work'])(
    '%s waits for it, and tells how everything stands then',
    async (after) => {
      const { answers } = await race([[request, body], [after]])
      expect(answers[1]?.told).toBe((await em.ask(after)).body)
    },
  )

  it('EM answers as everything stands then', async () => {
    const token = await em.logOn()
    const asked = 'GET /api/query?type=BackupJobSession&pageSize=1'
    const before = await em.ask(asked, { token, accept: accepts.json })
    const { answers } = await race([
      [request, body],
      [asked, undefined, token],
    ])
    const after = await em.ask(asked, { token, accept: accepts.json })
    expect(answers[1]?.told).toBe(after.body)
    expect(after.body).not.toBe(before.body)
  })
})

it('two that advance at once add up, and each tells what came of its own', async () => {
  const one = { by: 'P30D' }
  const { answers } = await race([
    ['POST /_mock/clock/advance', one],
    ['POST /_mock/clock/advance', one],
  ])
  const other = await openEm({ ...start, scenario: 'docs' })
  const alone = new HeldWorld(other.worlds, other.world, '')
  const told = [alone.clock.advance('P30D'), alone.clock.advance('P30D')]
  expect(answers.map(({ told }) => JSON.parse(told) as object)).toEqual(told)
  await other.close()
})

it.each(['GET /_mock/requests?pageSize=1000', 'GET /_mock/requests?as=har'])(
  '%s is answered after what came meanwhile',
  async (request) => {
    for (let n = 0; n < 500; n++) await em.ask('GET /api/')
    const { order } = await race([[request], ['GET /_mock/health']])
    expect(order).toEqual(['GET /_mock/health', request])
  },
)

it('what a request finds due happens beside others, and before it is answered', async () => {
  em.simulation.clock.advance(days(20))
  const token = await em.logOn()
  const asked = 'GET /api/query?type=BackupJobSession&pageSize=1'
  const { order, answers } = await race([[asked, undefined, token], ['GET /_mock/health']])
  expect(order).toEqual(['GET /_mock/health', asked])
  expect(em.simulation.isDue).toBe(false)
  expect(answers[0]?.told).toBe((await em.ask(asked, { token, accept: accepts.json })).body)
})

it.each(['/_mock/dump', '/api/backupSessions?format=Entity'])(
  'GET %s is written beside others, and is the same bytes',
  async (path) => {
    const large = await openEm({ ...start, scenario: 'large', sessions: 1000 })
    const token = await large.logOn()
    const ask = () => large.ask(`GET ${path}`, { token, accept: accepts.json })
    const alone = await ask()
    large.worlds.slices.longest = 0
    const order: string[] = []
    const asked = ask().then(({ body }) => (order.push('all'), body))
    await large.ask('GET /_mock/health').then(() => order.push('health'))
    expect([await asked, order]).toEqual([alone.body, ['health', 'all']])
    await large.close()
  },
)

it('what is refused holds nobody up', async () => {
  const { answers } = await race([
    ['POST /_mock/clock/advance', { by: 'P30D' }],
    ['POST /_mock/clock/advance', { by: 'soon' }],
    ['PUT /_mock/clock', { now: '2026-01-01T00:00:00Z' }],
    ['GET /_mock/clock'],
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 400, 400, 200])
  expect(JSON.parse(answers[3]?.told ?? '')).toMatchObject({ now: '2026-02-14T08:00:00Z' })
})

it('a program that asks meanwhile has all that came before it done first', async () => {
  const world = new HeldWorld(em.worlds, em.world, '')
  const advancing = em.ask('POST /_mock/clock/advance', { ...json, body: '{"by":"P30D"}' })
  while (em.world.lock.isFree) await setImmediate()
  expect(world.clock.advance('P1D').now).toBe('2026-02-15T08:00:00Z')
  expect(em.world.lock.isFree).toBe(true)
  expect(JSON.parse((await advancing).body)).toMatchObject({ now: '2026-02-14T08:00:00Z' })
})

const ports = { httpPort: 0, httpsPort: 'off', log: 'silent' } as const
const advance = (by: string) => ({ method: 'POST', ...json, body: JSON.stringify({ by }) })

it('who has gone while it waited has moved nothing, and holds nobody up', async () => {
  const server = await openServer({ ...start, ...ports, scenario: 'docs' })
  const { main: world, slices } = server.worlds
  slices.longest = 0
  const gone = new AbortController()
  const first = fetch(`${server.url}/_mock/clock/advance`, advance('P20D'))
  while (world.lock.isFree) await setImmediate()
  const second = fetch(`${server.url}/_mock/clock/advance`, { ...advance('P1D'), signal: gone.signal })
  while (world.lock.size < 2) await setImmediate()
  gone.abort()
  await expect(second).rejects.toThrow('aborted')
  expect((await first).status).toBe(200)
  const last = await fetch(`${server.url}/_mock/clock`)
  expect(await last.json()).toMatchObject({ now: '2026-02-04T08:00:00Z' })
  await server.close()
})

it('a stop that does not wait ends what is under way, and what waits for it', async () => {
  const em = await startEnterpriseManager({
    ...start,
    ...ports,
    scenario: 'docs',
    stopTimeout: '0.01s',
  })
  const answers = ['P3650D', 'P1D'].map((by) => fetch(`${em.url}/_mock/clock/advance`, advance(by)))
  const settled = Promise.allSettled(answers)
  while ((await (await fetch(`${em.url}/_mock/health`)).text()) === '') await setImmediate()
  await em.close()
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
