import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basic, openEm, type Em } from '../support/em.ts'

const origin = 'http://localhost:5173'

let em: Em
beforeAll(async () => {
  em = await openEm()
})
afterAll(() => em.close())

describe('a page of another origin', () => {
  it('may ask before it asks, without logging on', async () => {
    const headers = {
      origin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'x-restsvcsessionid,accept',
    }
    const answer = await em.ask('OPTIONS /api/backupSessions', { headers })
    expect(answer.status).toBe(204)
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'x-restsvcsessionid,accept',
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
    })
  })

  it('leaves no trace of that in the journal, unless it is asked for', async () => {
    const own = await openEm()
    const headers = { origin, 'access-control-request-method': 'GET' }
    await own.ask('OPTIONS /api/jobs', { headers })
    await own.ask('OPTIONS /api/jobs')
    const found = async (filter: string) => {
      const url = `GET /_mock/requests?filter=${encodeURIComponent(filter)}`
      const { entries } = JSON.parse((await own.ask(url)).body) as { entries: { id: number }[] }
      return entries.map(({ id }) => id)
    }
    expect(await found('Path==/api/jobs')).toEqual([2])
    expect(await found('Method==OPTIONS')).toEqual([1, 2])
    expect(await found('Preflight==true')).toEqual([1])
    expect(await found('Preflight==false')).toEqual([2])
    const verify = async (body: object) =>
      JSON.parse((await own.ask('POST /_mock/verify', { body: JSON.stringify(body) })).body) as object
    expect(await verify({ that: 'Path==/api/jobs', exactly: 1 })).toMatchObject({ ok: true })
    expect(await verify({ onlyThese: ['id==2'] })).toMatchObject({ ok: true })
    expect(own.world.journal.counts().total).toBe(1)
    await own.close()
  })

  it('may read the token and the reason of an error', async () => {
    const logon = await em.ask('POST /api/sessionMngr/', {
      headers: { origin, authorization: basic('a', 'b') },
    })
    expect(logon.headers['access-control-expose-headers']).toBe(
      'X-RestSvcSessionId, Location, X-Mock-Unread, X-Mock-Fault, X-Mock-Begun-Anew, Preference-Applied',
    )
    const refused = await em.ask('GET /api/backupSessions', { headers: { origin } })
    expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([401, origin])
  })

  it('is no concern of clients that name no origin', async () => {
    expect((await em.ask('GET /api/')).headers).not.toHaveProperty('access-control-allow-origin')
  })
})

it.each([
  [origin, origin],
  ['https://portal.example.net', 'https://portal.example.net'],
  ['http://evil.example.net', undefined],
])('with --cors-origin, %s is allowed as %s', async (from, allowed) => {
  const strict = await openEm({ corsOrigin: [origin, 'https://portal.example.net'] })
  const answer = await strict.ask('GET /api/', { headers: { origin: from } })
  expect(answer.headers['access-control-allow-origin']).toBe(allowed)
  expect(answer.headers['vary']).toBe('Origin, Access-Control-Request-Headers')
  await strict.close()
})

it.each([
  ['em.example.net:9398', 'max-age=31536000'],
  ['10.0.0.5:9398', 'max-age=31536000'],
  ['localhost:9398', undefined],
  ['em.localhost', undefined],
  ['127.0.0.1:9398', undefined],
  ['[::1]:9398', undefined],
])('a browser is held to HTTPS by %s: %s', async (host, expected) => {
  const { headers } = await em.ask('GET /api/', { headers: { host } })
  expect(headers['strict-transport-security']).toBe(expected)
})
