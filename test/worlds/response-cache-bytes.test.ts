import { Agent, request as askBy } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEnterpriseManager, type EnterpriseManager } from '../../src/index.ts'
import { basic } from '../support/em.ts'
import { heapUsed } from '../support/heap-used.ts'

let em: EnterpriseManager
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
beforeAll(async () => {
  em = await startEnterpriseManager({
    httpPort: 0,
    httpsPort: 'off',
    scenario: 'docs',
    now: '2026-01-15T08:00:00Z',
    clock: 'frozen',
  })
})
afterAll(async () => {
  agent.destroy()
  await em.close()
})

/** The status of an answer, when all of it has come. */
const ask = (line: string, headers: Readonly<Record<string, string>> = {}) =>
  new Promise<number | undefined>((done, fail) => {
    const [method = '', path = ''] = line.split(/ (.*)/s)
    const asked = askBy(em.url + path, { agent, method, headers }, (answer) => {
      answer.on('end', () => done(answer.statusCode))
      answer.resume()
    })
    asked.on('error', fail)
    asked.end()
  })

/** Bytes: what journal and caches may hold together, and what a program loads as it goes. */
const MOST = 32 << 20
const long = (n: number) => `${n}-${'x'.repeat(60_000)}`

it.each<[what: string, request: (n: number) => string, headers?: (n: number) => Record<string, string>]>([
  ['paths of EM', (n) => `GET /api/${long(n)}`],
  ['paths of nobody', (n) => `GET /${long(n)}`],
  ['paths that cannot be read', (n) => `GET /%zz${long(n)}`],
  ['actions', (n) => `POST /api/jobs/0?action=${long(n)}`],
  ['users', () => 'POST /api/sessionMngr/', (n) => ({ authorization: basic(long(n), 'a') })],
  ['paths of 200 KB', (n) => `GET /api/${long(n).repeat(4)}`],
])('%s leave little behind', async (_what, request, headers = () => ({})) => {
  const logon = em.logon().headers
  await ask(request(0), { ...logon, ...headers(0) })
  const before = heapUsed()
  for (let n = 0; n < 700; n++) await ask(request(n), { ...logon, ...headers(n) })
  expect(heapUsed() - before).toBeLessThan(MOST)
}) // prettier-ignore

it.each([
  [64 << 10, 404],
  [(64 << 10) + 1, 414],
])('a URL of %i characters is %i', async (length, status) => {
  const url = `/api/${'a/'.repeat(length)}`.slice(0, length)
  expect(await ask(`GET ${url}`)).toBe(status)
  expect(await ask(`GET ${url.slice(0, -3)}%zz`)).toBe(status === 414 ? 414 : 400)
})
