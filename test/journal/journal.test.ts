import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accepts, openEm, type Em } from '../support/em.ts'

let em: Em
let token: string
beforeEach(async () => {
  em = await openEm({ now: '2026-01-15T08:00:00Z' })
  token = await em.logOn()
  await em.ask('GET /api/jobs?nonsense=1', { token, accept: accepts.json })
  await em.ask('GET /api/jobs/00000000-0000-0000-0000-000000000000', { token })
})
afterEach(() => em.close())

const control = async (request: string, body?: object) => {
  const asked = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answer = await em.ask(request, body === undefined ? {} : asked)
  return {
    status: answer.status,
    told: JSON.parse(answer.body) as Readonly<Record<string, unknown>>,
  }
}

it('the journal tells what was asked, but not what only a mock is asked', async () => {
  await em.ask('GET /_mock/health')
  const { told } = await control('GET /_mock/requests?filter=Method==GET')
  expect(told).toMatchObject({
    total: 2,
    dropped: 0,
    entries: [
      { id: 2, time: '2026-01-15T08:00:00Z', method: 'GET', path: '/api/jobs', route: '/jobs', operation: 'JobList', user: 'administrator', world: 'default', status: 200, mediaType: 'json', unread: ['nonsense'], parameters: [{ name: 'nonsense', value: '1' }] },
      { id: 3, operation: 'JobGet', route: '/jobs/{id}', status: 404, mediaType: 'xml' },
    ],
  }) // prettier-ignore
})

it('no token, no password and no session id is in it', async () => {
  const { body } = await em.ask('GET /_mock/requests')
  const har = await em.ask('GET /_mock/requests?as=har')
  for (const text of [body, har.body])
    for (const secret of [token, Buffer.from(token, 'base64').toString(), 'c2VjcmV0', 'secret'])
      expect(text).not.toContain(secret)
})

it.each([
  ['application/json', '{"Username":"svc","Password":"hidden"}', '{"Username":"svc","Password":"***"}'],
  ['application/xml', '<CredentialsInfoSpec><Password>hidden</Password></CredentialsInfoSpec>', '<CredentialsInfoSpec><Password>***</Password></CredentialsInfoSpec>'],
  ['application/json', '{"Username":', '{"Username":'],
])('a body of %s is kept as it came, without secrets: %s', async (type, body, shown) => {
  const servers = await em.ask('GET /_mock/entities/BackupServer')
  const [server] = (JSON.parse(servers.body) as { entities: { id: string }[] }).entities
  await em.ask(`POST /api/backupServers/${server!.id}/credentials?action=create`, { token, headers: { 'content-type': type }, body })
  const { told } = await control('GET /_mock/requests?filter=Method==POST&sortDesc=id&pageSize=1')
  expect(told['entries']).toMatchObject([{ contentType: type, body: shown, requestBytes: body.length }])
  const { told: har } = await control('GET /_mock/requests?filter=Method==POST&sortDesc=id&pageSize=1&as=har')
  expect(har).toMatchObject({ log: { entries: [{ request: { postData: { mimeType: type, text: shown } } }] } })
}) // prettier-ignore

it('counts do not end with the entries', async () => {
  await control('DELETE /_mock/requests', {})
  expect((await control('GET /_mock/requests')).told).toMatchObject({ total: 0 })
  const { told } = await control('GET /_mock/counts')
  expect(told).toMatchObject({ operations: { JobList: { count: 1, byStatus: { 200: 1 } } } })
})

describe('POST /_mock/verify', () => {
  it.each([
    [{ that: 'Operation==JobList', exactly: 1 }, true],
    [{ that: 'Operation==JobList;World==default', atLeast: 2 }, false],
    [{ inOrder: ['Operation==JobList', 'Operation==JobGet'] }, true],
    [{ inOrder: ['Operation==JobGet', 'Operation==JobList'] }, false],
    [{ onlyThese: ['Path=="/api/jobs"'] }, false],
  ])('%j is %j', async (expectation, ok) => {
    expect((await control('POST /_mock/verify', expectation)).told).toMatchObject({ ok })
  })

  it.each([
    ['', 0, 200, false],
    ['?fail=false', 0, 200, false],
    ['?fail=true', 0, 417, false],
    ['?FAIL=True', 0, 417, false],
    ['?fail=true', 1, 200, true],
  ])('%j answers an expectation of %i with %i', async (query, exactly, status, ok) => {
    const answer = await control(`POST /_mock/verify${query}`, { that: 'Operation==JobList', exactly })
    expect(answer).toMatchObject({ status, told: { ok, checks: [{ found: 1 }] } })
  })

  it('describes both answers', async () => {
    const { told } = await control('GET /_mock/control.json')
    const content = { 'application/json': { schema: { required: ['ok', 'certain', 'checks'] } } }
    expect(told).toMatchObject({
      paths: { '/verify': { post: { responses: { 200: { content }, 417: { content } } } } },
    })
  })

  it('refuses what fail cannot be', async () => {
    const { status, told } = await control('POST /_mock/verify?fail=yes', { that: 'Operation==JobList' })
    expect([status, told['message']]).toEqual([400, 'Found fail=yes; it is true or false, or left out.'])
  })

  it('refuses what cannot be', async () => {
    const { status, told } = await control('POST /_mock/verify', { that: 'Oepration==JobList' })
    expect(status).toBe(400)
    expect(told['message']).toContain('Did you mean operation?')
  })
})

it('wait-for is answered when the request comes', async () => {
  const waiting = control('POST /_mock/wait-for', { that: 'Operation==RepositoryList' })
  await em.ask('GET /api/repositories', { token })
  expect((await waiting).told).toMatchObject({ ok: true, found: 1 })
})

it('whoever goes away no longer waits', async () => {
  const url = await em.server.listen({ port: 0, host: '127.0.0.1' })
  const gone = new AbortController()
  const waiting = fetch(`${url}/_mock/wait-for`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ that: 'Operation==RepositoryList', timeout: 'PT5M' }),
    signal: gone.signal,
  })
  while (em.worlds.waiting.size === 0) await new Promise(setImmediate)
  gone.abort()
  await expect(waiting).rejects.toThrow('aborted')
  while (em.worlds.waiting.size > 0) await new Promise(setImmediate)
})

it('metrics are what Prometheus reads', async () => {
  const { headers, body } = await em.ask('GET /_mock/metrics')
  expect(headers['content-type']).toContain('text/plain; version=0.0.4')
  expect(body).toMatch(/^mock_em_requests_total\{.*operation="JobList".*\} 1$/m)
})

it('a reset forgets it', async () => {
  await control('POST /_mock/reset', { what: ['journal', 'counters'] })
  expect((await control('GET /_mock/requests')).told).toMatchObject({ total: 0 })
  expect((await control('GET /_mock/counts')).told).toMatchObject({ total: 0 })
})
