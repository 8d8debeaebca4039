import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepts, basic, openEm, type Em } from '../support/em.ts'

let em: Em
beforeAll(async () => (em = await openEm({ scenario: 'default', now: '2026-01-15T08:00:00Z', clock: 'frozen' })))
afterAll(() => em.close())

const json = { accept: accepts.json }
const control = (request: string, body: object = {}, headers = {}) =>
  em.ask(request, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
const firstJob = async (ask: Em['ask'], token: string, at = '/api') => {
  const { body } = await ask(`GET ${at}/jobs`, { ...json, token })
  return (JSON.parse(body) as { Refs: { UID: string }[] }).Refs[0]!.UID.split(':').at(-1)!
}

describe('which world a request is for', () => {
  const when = { headers: { 'x-mock-world': 'by-header' } }
  it.each([
    ['nothing said', 'GET /_mock/clock', {}, 'default'],
    ['the path', 'GET /w/by-path/_mock/clock', {}, 'by-path'],
    ['the header', 'GET /_mock/clock', when, 'by-header'],
    ['path before header', 'GET /w/by-path/_mock/clock', when, 'by-path'],
    ['its own name', 'GET /w/default/_mock/clock', {}, 'default'],
  ])('%s', async (_, request, asked, name) => {
    await control('PUT /_mock/clock', { mode: '60x' }, { 'x-mock-world': name })
    const { body } = await em.ask(request, asked)
    expect(JSON.parse(body)).toMatchObject({ mode: '60x' })
    await control('POST /_mock/reset', { what: ['data', 'clock'] }, { 'x-mock-world': name })
  })

  it('is told by the name of the user that logs on, and then by the logon session alone', async () => {
    const token = await em.logOn('administrator+checkout')
    const other = await em.logOn()
    const id = await firstJob(em.ask, token)
    await em.ask(`POST /api/jobs/${id}?action=start`, { token })
    const tasks = async (token: string) => (await em.ask('GET /api/tasks', { ...json, token })).body
    expect(await tasks(token)).toContain('task-1')
    expect(await tasks(other)).not.toContain('task-1')
    const { body } = await em.ask('GET /api/logonSessions', { ...json, token })
    expect(body).toContain('"UserName":"administrator"')
  })

  it.each([['DOMAIN\\administrator+a'], ['portal-user+a']])('%s is of the world a', async (user) => {
    await em.logOn(user)
    const { body } = await em.ask('GET /_mock/worlds')
    const { worlds } = JSON.parse(body) as { worlds: { name: string; logons: number }[] }
    expect(worlds.find(({ name }) => name === 'a')!.logons).toBeGreaterThan(0)
  })

  it('takes an address of mail with a plus in it as it is', async () => {
    const token = await em.logOn('ann+test@example.net')
    const { body } = await em.ask('GET /api/logonSessions', { ...json, token })
    expect(body).toContain('ann+test@example.net')
  })

  it.each([
    ['GET /api/', 'a b'],
    ['GET /api/', 'x'.repeat(65)],
    ['GET /w/a%20b/api/', undefined],
    ['GET /api/', '..'],
    ['GET /api/', '.hidden'],
  ])('%s refuses the name %s', async (request, name) => {
    const headers = name === undefined ? {} : { 'x-mock-world': name }
    const { status, body } = await em.ask(request, { ...json, headers })
    expect(status).toBe(400)
    expect(body).toContain('is no name of a world')
  })
})

describe('a world by path', () => {
  it('has every Href carry it, and its cookie too', async () => {
    const logon = await em.ask('POST /w/links/api/sessionMngr/?v=latest', {
      headers: { authorization: basic('administrator', 'secret') },
    })
    expect(logon.headers['set-cookie']).toContain('Path=/w/links/api;')
    const hrefs = [...logon.body.matchAll(/Href="([^"]*)"/g)].map(([, href]) => href)
    expect(hrefs.length).toBeGreaterThan(10)
    for (const href of hrefs) expect(href).toMatch(/^http:\/\/em\.example\.net:9399\/w\/links\/api\//)
  })

  it('knows no logon session of another', async () => {
    const token = await em.logOn()
    expect((await em.ask('GET /w/other/api/jobs', { token })).status).toBe(401)
    expect((await em.ask('GET /api/jobs', { token })).status).toBe(200)
  })
})

it('a world is dropped by name, and its logon sessions with it; the default stays', async () => {
  const token = await em.logOn('administrator+gone')
  expect((await control('DELETE /_mock/worlds/gone')).status).toBe(200)
  expect((await em.ask('GET /api/jobs', { token })).status).toBe(401)
  expect((await control('DELETE /_mock/worlds/gone')).status).toBe(404)
  expect((await control('DELETE /_mock/worlds/default')).status).toBe(400)
})

it('fifty worlds that are used at once answer as each would alone', async () => {
  const names = Array.from({ length: 50 }, (_, at) => `shuffled-${at}`)
  const steps = (name: string, ask: Em['ask']) => {
    const world = { 'x-mock-world': name, 'content-type': 'application/json' }
    let token = ''
    let job = ''
    const number = Number(name.split('-')[1])
    return [
      async () => {
        const logon = await ask('POST /api/sessionMngr/?v=latest', {
          headers: { ...world, authorization: basic('administrator', 'secret') },
        })
        token = String(logon.headers['x-restsvcsessionid'])
        return logon.body
      },
      async () => (job = await firstJob(ask, token)),
      async () => (await ask(`POST /api/jobs/${job}?action=start`, { token })).body,
      async () =>
        (
          await ask('POST /_mock/clock/advance', {
            headers: world,
            body: `{"by":"PT${number * 7}M"}`,
          })
        ).body,
      async () =>
        (await ask('GET /api/query?type=BackupJobSession&format=Entities&sortDesc=CreationTime&pageSize=5', { token }))
          .body,
      async () => (await ask('GET /api/reports/summary/overview', { token })).body,
    ]
  }
  const together = new Map(names.map((name) => [name, [] as string[]]))
  const pending = names.map((name) => ({ name, left: steps(name, em.ask) }))
  for (let turn = 0; pending.some(({ left }) => left.length > 0); turn++) {
    const busy = pending.filter(({ left }) => left.length > 0)
    const chosen = busy.filter((_, at) => (at * 7 + turn * 13) % 3 !== 0 || busy.length < 3)
    await Promise.all(chosen.map(async ({ name, left }) => together.get(name)!.push(await left.shift()!())))
  }
  const fresh = await openEm({ scenario: 'default', now: '2026-01-15T08:00:00Z', clock: 'frozen' })
  for (const name of ['shuffled-0', 'shuffled-17', 'shuffled-49']) {
    const alone: string[] = []
    for (const step of steps(name, fresh.ask)) alone.push(await step())
    expect(together.get(name)).toEqual(alone)
  }
  await fresh.close()
})
