import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minutes, seconds } from '../../src/clock/duration.ts'
import { basic, openEm, type Em } from '../support/em.ts'

let em: Em
beforeAll(async () => {
  em = await openEm()
})
afterAll(() => em.close())

const authorization = basic('administrator', 'secret')

describe('every spelling of the logon that clients use', () => {
  it.each([
    ['POST /api/sessionMngr/?v=latest', {}],
    ['POST /api/sessionMngr?v=latest', {}],
    ['POST /api/SessionMngr/?v=v1_7', {}],
    ['POST /api/sessionmngr/?v=V1_6', {}],
    ['POST //api//sessionMngr/?v=v1_5', {}],
    ['POST /api/sessionMngr/', {}],
    ['POST /api/sessionMngr', {}],
    ['POST /api/sessionMngr/?v=', {}],
    ['POST /api/sessionMngr/?v=latest&v=v1_5', {}],
    ['POST /api/sessionMngr/?v=latest', { type: 'application/x-www-form-urlencoded', body: '' }],
    ['POST /api/sessionMngr/?v=latest', { type: 'application/json', body: '' }],
    ['POST /api/sessionMngr/?v=latest', { type: 'application/json', body: '{"id":null}' }],
    ['POST /api/sessionMngr/?v=latest', { type: 'application/xml', body: '' }],
  ])('%s %o', async (request, { type, body }: { type?: string; body?: string }) => {
    const headers = { authorization, ...(type !== undefined && { 'content-type': type }) }
    const answer = await em.ask(request, { headers, ...(body !== undefined && { body }) })
    expect(answer.status).toBe(201)
    expect(answer.body).toContain('<LogonSession ')
  })
})

it('answers with the token in all its places', async () => {
  const answer = await em.ask('POST /api/sessionMngr/?v=latest', {
    headers: { authorization },
    accept: 'application/json',
  })
  const session = JSON.parse(answer.body) as {
    SessionId: string
    UserName: string
    Links: { Rel: string; Href: string }[]
  }
  const token = Buffer.from(session.SessionId).toString('base64')
  expect(answer.headers['x-restsvcsessionid']).toBe(token)
  expect(answer.headers['set-cookie']).toBe(`X-RestSvcSessionId=${token}; Path=/api;`)
  expect(session.UserName).toBe('administrator')
  expect(session.Links).toHaveLength(68)
  expect(session.Links.at(-1)).toMatchObject({
    Rel: 'Delete',
    Href: `http://em.example.net:9399/api/logonSessions/${session.SessionId}`,
  })
})

it('gives v1_5 its 54 links, with Delete at index 53', async () => {
  const answer = await em.ask('POST /api/sessionMngr/?v=v1_5', {
    headers: { authorization },
    accept: 'application/json',
  })
  const { Links } = JSON.parse(answer.body) as { Links: { Rel: string }[] }
  expect(Links).toHaveLength(54)
  expect(Links[53]?.Rel).toBe('Delete')
})

describe('refused', () => {
  it.each([
    ['no credentials', undefined, 401],
    ['an empty user', basic('', 'secret'), 401],
    ['an empty password', basic('administrator', ''), 401],
    ['the password that is always wrong', basic('administrator', 'wrong'), 401],
    ['another scheme', 'Bearer abc', 401],
    ['no base64', 'Basic ???', 401],
    ['no colon', `Basic ${Buffer.from('administrator').toString('base64')}`, 401],
  ])('%s', async (_what, credentials, status) => {
    const answer = await em.ask(
      'POST /api/sessionMngr/?v=latest',
      credentials === undefined ? {} : { headers: { authorization: credentials } },
    )
    expect(answer.status).toBe(status)
    expect(answer.headers['www-authenticate']).toBe('Basic Realm=RestSvc')
    expect(answer.body).toContain('<Error Message="')
  })

  it.each(['v1_1', 'v9', 'newest'])('version %s, naming the supported ones', async (version) => {
    const answer = await em.ask(`POST /api/sessionMngr/?v=${version}`, {
      headers: { authorization },
    })
    expect(answer.status).toBe(400)
    expect(answer.body).toContain(
      `API version &quot;${version}&quot; is not supported. Supported versions: v1_5, v1_6, v1_7, latest.`,
    )
  })

  it.each([
    ['none', {}],
    ['an unknown header', { 'x-restsvcsessionid': 'bm8tc3VjaA==' }],
    ['an unknown cookie', { cookie: 'X-RestSvcSessionId=bm8tc3VjaA==' }],
    ['Basic instead of a token', { authorization }],
    ['a token of a megabyte', { 'x-restsvcsessionid': 'A'.repeat(1 << 20) }],
  ])('a token: %s', async (_what, headers) => {
    const answer = await em.ask('GET /api/backupSessions', {
      headers: headers,
    })
    expect(answer.status).toBe(401)
    expect(answer.headers['www-authenticate']).toBe('Basic Realm=RestSvc')
  })
})

it('takes older versions too when told to, and lists them', async () => {
  const old = await openEm({ legacyVersions: true })
  expect((await old.ask('GET /api/')).body).toContain('Name="v1_2"')
  expect((await old.ask('POST /api/sessionMngr/?v=v1_4', { headers: { authorization } })).status).toBe(201)
  await old.close()
})

describe('users', () => {
  const user = [{ name: 'svc', password: 'a:b', role: 'Restore Operator' as const }]
  it.each([
    ['svc', 'a:b', 201],
    ['svc', 'a', 401],
    ['administrator', 'secret', 401],
  ])('configured: %s with %s gives %i', async (name, password, status) => {
    const strict = await openEm({ user })
    expect(
      (
        await strict.ask('POST /api/sessionMngr/', {
          headers: { authorization: basic(name, password) },
        })
      ).status,
    ).toBe(status)
    await strict.close()
  })

  it.each([
    ['administrator', 200],
    ['portal-user', 403],
    ['restore-operator', 403],
  ])('unconfigured: %s lists jobs with %i', async (name, status) => {
    const token = await em.logOn(name)
    const answer = await em.ask('GET /api/jobs', { token })
    expect(answer.status).toBe(status)
    if (status === 403) expect(answer.body).toContain('Message="Access denied"')
  })
})

describe('the session afterwards', () => {
  it.each([
    ['the header', (token: string) => ({ 'X-RestSvcSessionId': token })],
    ['the cookie', (token: string) => ({ cookie: `X-RestSvcSessionId=${token}` })],
    ['the cookie among others', (token: string) => ({ cookie: `a=b; X-RestSvcSessionId=${token}; c=d` })],
    [
      'both, and Basic too',
      (token: string) => ({
        authorization,
        'x-restsvcsessionid': token,
        cookie: `X-RestSvcSessionId=${token}`,
      }),
    ],
    [
      'the cookie, which wins over a bad header',
      (token: string) => ({ 'x-restsvcsessionid': 'bad', cookie: `X-RestSvcSessionId=${token}` }),
    ],
  ])('is known by %s', async (_what, headersOf) => {
    const headers = headersOf(await em.logOn()) as unknown as Record<string, string>
    expect((await em.ask('GET /api/backupServers', { headers })).status).toBe(200)
  })

  it('is not known by a good header beside a bad cookie', async () => {
    const token = await em.logOn()
    const headers = { 'x-restsvcsessionid': token, cookie: 'X-RestSvcSessionId=bad' }
    expect((await em.ask('GET /api/backupServers', { headers })).status).toBe(401)
  })

  it('lives for 15 silent minutes of simulated time', async () => {
    const token = await em.logOn()
    em.simulation.clock.advance(minutes(15) - seconds(1))
    expect((await em.ask('GET /api/backupServers', { token })).status).toBe(200)
    em.simulation.clock.advance(minutes(15) - seconds(1))
    expect((await em.ask('GET /api/backupServers', { token })).status).toBe(200)
    em.simulation.clock.advance(minutes(15))
    expect((await em.ask('GET /api/backupServers', { token })).status).toBe(401)
  })

  it('is listed, read and deleted', async () => {
    const token = await em.logOn('someone')
    const id = Buffer.from(token, 'base64').toString()
    const list = await em.ask('GET /api/logonSessions', { token, accept: 'application/json' })
    expect((JSON.parse(list.body) as { LogonSessions: { SessionId: string }[] }).LogonSessions[0]?.SessionId).toBe(id)
    expect((await em.ask(`GET /api/logonSessions/${id}`, { token })).status).toBe(200)
    const gone = await em.ask(`DELETE /api/logonSessions/${id}`, { token })
    expect([gone.status, gone.body]).toEqual([204, ''])
    expect((await em.ask('GET /api/backupServers', { token })).status).toBe(401)
  })

  // As the real server does: a client saw a 500 for one that is not there.
  it('of someone else cannot be deleted', async () => {
    const [own, other] = [await em.logOn('one'), await em.logOn('another')]
    const id = Buffer.from(other, 'base64').toString()
    expect((await em.ask(`DELETE /api/logonSessions/${id}`, { token: own })).status).toBe(500)
  })
})

it('forgets the oldest of 5,000 logons without a logout', async () => {
  for (let i = 0; i < 5000; i++) await em.logOn()
  expect(em.world.logons.size).toBeLessThanOrEqual(4096)
})

it('gives the same tokens for the same requests', async () => {
  const tokens = await Promise.all(
    [1, 2].map(async () => {
      const one = await openEm()
      const token = await one.logOn()
      await one.close()
      return token
    }),
  )
  expect(tokens[0]).toBe(tokens[1])
})
