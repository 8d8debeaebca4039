import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEnterpriseManager, type EnterpriseManager } from '../../src/index.ts'
import { basic, openEm, type Em } from '../support/em.ts'

let em: Em
let token: string
beforeAll(async () => {
  em = await openEm()
  token = await em.logOn()
})
afterAll(() => em.close())

const long = (text: string, times: number) => text.repeat(times)
const query = (filter: string) => `GET /api/query?type=BackupJobSession&filter=${encodeURIComponent(filter)}`

/** Every row is answered as an Error document, or as if nothing were odd; never with a 500. */
describe('over HTTP', () => {
  it.each<[what: string, request: string, status: number]>([
    ['a broken percent-encoding in the path', 'GET /api/%zz', 400],
    ['a broken percent-encoding in a parameter', 'GET /api/query?type=%zz', 400],
    ['a broken percent-encoding in a filter', 'GET /api/query?type=Job&filter=Name==%e2%ff', 200],
    ['NUL in a filter', 'GET /api/query?type=Job&filter=Name==%00', 200],
    ['control characters in a filter', 'GET /api/query?type=Job&filter=%01%02', 400],
    ['NUL in an id', 'GET /api/jobs/%00', 400],
    ['a query string of 60 KB', `GET /api/query?type=Job&x=${long('a', 60_000)}`, 200],
    ['a query string of 100 KB', `GET /api/query?type=Job&x=${long('a', 100_000)}`, 414],
    ['a filter of 60 KB', query(`Name==${long('a', 60_000)}`), 400],
    ['ten thousand parentheses', query(`${long('(', 10_000)}Name==a${long(')', 10_000)}`), 400],
    ['a hundred parentheses too many closed', query(`Name==a${long(')', 100)}`), 400],
    ['a thousand conditions', query(long('Result==Failed,', 999) + 'Result==Failed'), 200],
    ['an unknown type', 'GET /api/query?type=Jobs', 400],
    ['no type', 'GET /api/query', 400],
    ['an unknown field', query('Nmae==a'), 400],
    ['a value that is no date', query('CreationTime>=yesterday'), 400],
    ['a page of none', 'GET /api/query?type=Job&page=0', 400],
    ['a page size of nothing', 'GET /api/query?type=Job&pageSize=0', 400],
    ['a page size of words', 'GET /api/query?type=Job&pageSize=abc', 400],
    ['a page far beyond the last', 'GET /api/query?type=Job&page=999999999', 200],
    ['parameters with &amp;', 'GET /api/query?type=Job&amp;page=0', 200],
    ['an unknown path', 'GET /api/nothing', 404],
    ['an unknown path outside the API', 'GET /', 404],
    ['what one client asks for and no page has', 'GET /api/licensing', 404],
    ['an action on what is not there', 'POST /api/jobs/00000000-0000-0000-0000-000000000000?action=start', 404],
    ['an action that the path does not know', 'POST /api/jobs/00000000-0000-0000-0000-000000000000?action=fly', 400],
    ['a method that the path does not have', 'PUT /api/backupSessions', 405],
    ['a method of WebDAV', 'PROPFIND /api/backupSessions', 405],
    ['an id that is no GUID', 'GET /api/jobs/99999', 400],
    ['an id with a path in it', 'GET /api/jobs/..%2f..%2fetc%2fpasswd', 400],
    ['an id of 10 KB', `GET /api/jobs/${long('a', 10_000)}`, 414],
    ['a URN of another type', 'GET /api/jobs/urn:veeam:Backup:00000000-0000-0000-0000-000000000000', 400],
  ])('%s', async (_what, request, status) => {
    const answer = await em.ask(request, { token, accept: 'application/json' })
    expect(answer.status).toBe(status)
    const document = JSON.parse(answer.body) as {
      readonly StatusCode?: number
      readonly Message?: string
    }
    if (status >= 400) {
      expect(document.StatusCode).toBe(status)
      expect(document.Message).not.toBe('')
    }
    expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(answer.body)))
  })

  it.each<[what: string, type: string, body: string, status: number]>([
    ['JSON that is none', 'application/json', '{', 400],
    ['JSON that is XML', 'application/json', '<a/>', 400],
    ['XML that is cut off', 'application/xml', '<a><b>', 400],
    ['XML with a DOCTYPE', 'application/xml', '<!DOCTYPE a><a/>', 400],
    ['XML with an entity of its own', 'application/xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 400],
    ['XML nested too deep', 'text/xml', long('<a>', 100) + long('</a>', 100), 400],
    ['XML with too many elements', 'application/xml', `<a>${long('<b/>', 10_001)}</a>`, 400],
    ['a body of more than a megabyte', 'application/json', `"${long('a', 1 << 20)}"`, 413],
  ])('a body: %s', async (_what, type, body, status) => {
    const headers = { authorization: basic('a', 'b'), 'content-type': type }
    const answer = await em.ask('POST /api/sessionMngr/', {
      headers,
      body,
      accept: 'application/json',
    })
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toMatchObject({ StatusCode: status })
  })

  it.each<[what: string, host: string, status: number]>([
    ['another name', 'anything.example.com', 200],
    ['IPv6', '[::1]:9399', 200],
    ['blanks', 'a b', 400],
    ['markup', '<script>', 400],
    ['a path', 'example.com/x', 400],
    ['a user', 'me@example.com', 400],
  ])('a Host of %s', async (_what, host, status) => {
    expect((await em.ask('GET /api/', { headers: { host } })).status).toBe(status)
  })

  it('still works after all that', async () => {
    expect((await em.ask('GET /api/backupServers', { token })).status).toBe(200)
  })
})

describe('below HTTP', () => {
  let running: EnterpriseManager
  beforeAll(async () => {
    running = await startEnterpriseManager({ httpPort: 0, httpsPort: 'off', scenario: 'empty' })
  })
  afterAll(() => running.close())

  const open = (): Socket => connect(Number(new URL(running.url).port), '127.0.0.1')
  const send = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = open()
      let answer = ''
      socket.on('data', (data) => (answer += data.toString()))
      socket.on('end', () => resolve(answer))
      socket.on('error', reject)
      socket.write(text)
    })

  it.each<[what: string, text: string, line: RegExp]>([
    ['no HTTP at all', 'hello\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['an unknown method', 'FETCH /api/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['no Host', 'GET /api/ HTTP/1.1\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['HTTP/1.0 without Host', 'GET /api/ HTTP/1.0\r\n\r\n', /^HTTP\/1\.1 200 /],
    [
      'a token of a megabyte',
      `GET /api/jobs HTTP/1.1\r\nHost: a\r\nX-RestSvcSessionId: ${long('A', 1 << 20)}\r\nConnection: close\r\n\r\n`,
      /^HTTP\/1\.1 431 /,
    ],
    [
      'a token of 200 KB',
      `GET /api/jobs HTTP/1.1\r\nHost: a\r\nX-RestSvcSessionId: ${long('A', 200_000)}\r\nConnection: close\r\n\r\n`,
      /^HTTP\/1\.1 401 /,
    ],
    [
      'the logon of some PHP clients: chunked, and Content-Length 0',
      `POST /api/sessionMngr/?v=latest HTTP/1.1\r\nHost: a\r\nAuthorization: ${basic('a', 'b')}\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n`,
      /^HTTP\/1\.1 201 /,
    ],
  ])('%s', async (_what, text, line) => {
    const answer = await send(text)
    expect(answer).toMatch(line)
    expect(answer).toContain('Content-Length: ')
    if (!line.source.includes(' 20')) expect(answer).toContain('<Error Message="')
  })

  it('spells header names on the wire as EM does', async () => {
    const answer = await send(
      `POST /api/sessionMngr/ HTTP/1.1\r\nHost: a\r\nAuthorization: ${basic('a', 'b')}\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toContain('\r\nX-RestSvcSessionId: ')
    expect(answer).toContain('\r\nSet-Cookie: X-RestSvcSessionId=')
  })

  it('sends every header of a preflight once, as browsers insist', async () => {
    const answer = await send(
      'OPTIONS /api/jobs HTTP/1.1\r\nHost: a\r\nOrigin: http://localhost:5173\r\nAccess-Control-Request-Method: GET\r\nConnection: close\r\n\r\n',
    )
    const names = [...answer.matchAll(/^([\w-]+): /gm)].map(([, name]) => name)
    expect(names).toContain('Access-Control-Allow-Origin')
    expect(names).toEqual([...new Set(names)])
  })

  it('does not mind requests that are given up half-way', async () => {
    for (const text of ['GET /ap', 'POST /api/sessionMngr/ HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc']) {
      const socket = open()
      await new Promise<void>((resolve) => socket.write(text, () => resolve()))
      socket.destroy()
    }
    expect(await send('GET /api/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('waits for a slow request without keeping others waiting', async () => {
    const slow = open()
    slow.write('GET /api/ HTTP/1.1\r\nHost: a\r\nConn')
    expect(await send('GET /api/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
    const answer = new Promise<string>((resolve) => slow.once('data', (data) => resolve(data.toString())))
    slow.write('ection: close\r\n\r\n')
    expect(await answer).toMatch(/^HTTP\/1\.1 200 /)
  })
})
