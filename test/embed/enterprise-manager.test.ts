import { expect, it } from 'vitest'
import { startEnterpriseManager, type Scenario } from '../../src/index.ts'

const frozen = {
  httpPort: 0,
  httpsPort: 'off',
  now: '2026-01-15T08:00:00Z',
  clock: 'frozen',
} as const

it('a hundred servers in one process, asked and closed, leave no handle open', async () => {
  const open = () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap').length
  const before = open()
  for (let at = 0; at < 100; at++) {
    await using em = await startEnterpriseManager({ ...frozen, scenario: 'docs' })
    const answer = await fetch(`${em.url}/api/query?type=Job`, { headers: em.logon().headers })
    expect(answer.status).toBe(200)
    await answer.arrayBuffer()
  }
  expect(open()).toBeLessThanOrEqual(before)
})

const estate: Scenario = {
  name: 'mine',
  says: 'One server, one job.',
  servers: [
    {
      name: 'vbr01.example.test',
      repositories: [{ name: 'Main', kind: 'LinuxLocal', capacityTb: 10 }],
      jobs: [{ name: 'Nightly', type: 'Backup', repository: 'Main', objects: 3, daily: '22:00' }],
    },
  ],
}

it('starts from a scenario as it is', async () => {
  await using em = await startEnterpriseManager({
    ...frozen,
    scenario: { ...estate, now: undefined } as object as Scenario,
  })
  expect([em.scenario, em.entities.list('Job')[0]?.name]).toEqual(['mine', 'Nightly'])
})

it('says what is wrong with a scenario that it is handed', async () => {
  const wrong = { ...estate, servers: [{ ...estate.servers[0], jobs: [{ name: 'Nightly' }] }] }
  await expect(startEnterpriseManager({ ...frozen, scenario: wrong as unknown as Scenario })).rejects.toThrow(
    'scenario.servers[0].jobs[0]: a job lacks "type": one of Backup, ',
  )
})

it('is held as /_mock is asked', async () => {
  await using em = await startEnterpriseManager({ ...frozen, scenario: 'bad-night' })
  const ask = async (method: string, path: string, body?: object) =>
    (await (await fetch(`${em.url}/_mock/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })).json()) // prettier-ignore
  expect(em.clock.advance('PT2H')).toMatchObject({ now: '2026-01-15T10:00:00Z' })
  expect(await ask('GET', 'clock')).toEqual(em.clock.read())
  expect(em.snapshots.take('two hours later')).toEqual({ name: 'two hours later', now: em.now })
  expect(await ask('GET', 'snapshots')).toEqual({ snapshots: em.snapshots.list() })
  expect(em.reset('data', 'clock')).toEqual(await ask('POST', 'reset', { what: ['data', 'clock'] }))
  expect(await ask('GET', 'scenario')).toEqual({ scenario: em.scenario })
})

it('has other worlds, which a name, a path and a user lead to alike', async () => {
  await using em = await startEnterpriseManager({ ...frozen, scenario: 'docs' })
  const other = em.world('checkout')
  other.clock.advance('P1D')
  expect([em.now, other.now]).toEqual(['2026-01-15T08:00:00Z', '2026-01-16T08:00:00Z'])
  const { headers } = other.logon()
  expect((await fetch(`${other.url}/api/jobs`, { headers })).status).toBe(200)
  expect((await fetch(`${em.url}/api/jobs`, { headers })).status).toBe(200)
  expect(em.forget('checkout')).toBe(true)
  expect((await fetch(`${em.url}/api/jobs`, { headers })).status).toBe(401)
})

it.each([[() => ({ user: 'nobody', password: 'wrong' }), 'The user name or password is incorrect']])(
  'a logon that EM would refuse throws',
  async (who, says) => {
    await using em = await startEnterpriseManager(frozen)
    expect(() => em.logon(who().user, who().password)).toThrow(says)
  },
)

it('may be asked to stop, and closed by whoever started it all the same', async () => {
  await using em = await startEnterpriseManager({ ...frozen, scenario: 'empty' })
  const answer = await fetch(`${em.url}/_mock/stop`, { method: 'POST' })
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'stopping' }])
  await em.close()
  await expect(fetch(`${em.url}/api/`)).rejects.toThrow('fetch failed')
})
