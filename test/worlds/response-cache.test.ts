import { request as ask } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ResponseCache } from '../../src/worlds/response-cache.ts'
import { startEnterpriseManager, type EnterpriseManager } from '../../src/index.ts'
import { backupServer } from '../../src/resources/index.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import { basic, openEm } from '../support/em.ts'

const ready = (text: string) => ({ status: 200, headers: {}, body: Buffer.from(text) })

describe('what is remembered', () => {
  it('is what was asked for a second time, while the version is the same', () => {
    const responseCache = new ResponseCache()
    const seen = [1, 1, 1, 2].map((version, time) => {
      const found = responseCache.find('a', version)?.body.toString()
      if (found === undefined) responseCache.offer('a', ready(`answer ${time}`))
      return found
    })
    expect(seen).toEqual([undefined, undefined, 'answer 1', undefined])
  })

  it('is a copy', () => {
    const responseCache = new ResponseCache()
    const answer = ready('mine')
    responseCache.find('a', 1)
    for (let time = 0; time < 2; time++) responseCache.offer('a', answer)
    answer.body.fill(0)
    expect(responseCache.find('a', 1)?.body.toString()).toBe('mine')
  })

  it('is bounded by bytes and by number', () => {
    const responseCache = new ResponseCache()
    responseCache.find('', 1)
    const megabyte = { status: 200, headers: {}, body: Buffer.alloc(1 << 20) }
    for (let n = 0; n < 20; n++) for (let time = 0; time < 2; time++) responseCache.offer(`big ${n}`, megabyte)
    expect(
      Array.from({ length: 20 }, (_, n) => responseCache.find(`big ${n}`, 1)).filter(Boolean).length,
    ).toBeLessThanOrEqual(8)
    for (let n = 0; n < 1000; n++) for (let time = 0; time < 2; time++) responseCache.offer(`small ${n}`, ready('x'))
    expect(
      Array.from({ length: 1000 }, (_, n) => responseCache.find(`small ${n}`, 1)).filter(Boolean).length,
    ).toBeLessThanOrEqual(256)
  })
})

it('a change in the world shows in the next answer, also to who asked before', async () => {
  const em = await openEm()
  const token = await em.logOn()
  const servers = tableOf(em.simulation, backupServer)
  const [first] = servers
  const names = async () => (await em.ask('GET /api/query?type=BackupServer', { token })).body
  for (let time = 0; time < 3; time++) expect(await names()).toContain(first!.Name)
  servers.replace({ ...first!, Name: 'renamed.example.net' })
  expect(await names()).toContain('renamed.example.net')
  expect((await em.ask('GET /api/backupSessions', { token })).body).toContain('renamed.example.net')
  await em.close()
})

it('what one may see is not shown to another, and each media type, host and unread parameter has its own', async () => {
  const em = await openEm()
  const token = await em.logOn()
  const path = 'GET /api/query?type=Job&pageSize=2&x=1'
  for (let time = 0; time < 3; time++) {
    const xml = await em.ask(path, { token, accept: 'application/xml' })
    const json = await em.ask(path, { token, accept: 'application/json' })
    const elsewhere = await em.ask(path, { token, headers: { host: 'other.example.net' } })
    expect([xml.body[0], json.body[0]]).toEqual(['<', '{'])
    expect(elsewhere.body).toContain('http://other.example.net/api/')
    expect(json.headers['x-mock-unread']).toBe('x')
    expect((await em.ask(path)).status).toBe(401)
  }
  await em.close()
})

it('what was read is not the answer to another method', async () => {
  const em = await openEm()
  const token = await em.logOn()
  const [row] = tableOf(em.simulation, backupServer)
  const path = `/api/${backupServer.path}/${row!.id}`
  for (let time = 0; time < 3; time++) expect((await em.ask(`GET ${path}`, { token })).status).toBe(200)
  expect((await em.ask(`DELETE ${path}`, { token })).status).toBe(204)
  expect((await em.ask(`GET ${path}`, { token })).status).toBe(404)
  await em.close()
})

describe('bodies that share buffers', () => {
  let em: EnterpriseManager
  let token: string
  let port: number
  beforeAll(async () => {
    em = await startEnterpriseManager({ httpPort: 0, httpsPort: 'off', scenario: 'docs' })
    port = Number(new URL(em.url).port)
    const logon = await fetch(`${em.url}/api/sessionMngr/`, {
      method: 'POST',
      headers: { authorization: basic('a', 'b') },
    })
    token = logon.headers.get('x-restsvcsessionid') ?? ''
  })
  afterAll(() => em.close())

  const page = (n: number) => `/api/query?type=BackupTaskSession&format=Entities&sortAsc=Name&pageSize=${60 + n}`
  const fetched = (
    path: string,
    method = 'GET',
  ): Promise<{ readonly length: string | undefined; readonly body: string }> =>
    new Promise((resolve, reject) => {
      const asked = ask({ port, path, method, headers: { 'X-RestSvcSessionId': token } }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          resolve({
            length: answer.headers['content-length'],
            body: Buffer.concat(parts).toString(),
          }),
        )
      })
      asked.on('error', reject)
      asked.end()
    })

  it('are right for many at once, for HEAD, and beside clients that give up', async () => {
    const alone = new Map<number, string>()
    for (let n = 0; n < 20; n++) alone.set(n, (await fetched(page(n))).body)
    for (let round = 0; round < 5; round++) {
      const given = connect(port, '127.0.0.1')
      given.on('error', () => undefined)
      given.write(`GET ${page(round)} HTTP/1.1\r\nHost: a\r\nX-RestSvcSessionId: ${token}\r\n\r\n`, () =>
        given.destroy(),
      )
      const heads = await fetched(page(round), 'HEAD')
      expect([heads.body, heads.length]).toEqual(['', String(Buffer.byteLength(alone.get(round)!))])
      const together = await Promise.all(Array.from({ length: 40 }, (_, n) => fetched(page(n % 20))))
      together.forEach(({ body }, n) => expect(body).toBe(alone.get(n % 20)))
    }
  })
})
