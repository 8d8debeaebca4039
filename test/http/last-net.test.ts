import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEnterpriseManager, type EnterpriseManager } from '../../src/index.ts'
import { sendRaw } from '../support/raw-socket.ts'

let em: EnterpriseManager
beforeAll(async () => {
  em = await startEnterpriseManager({ httpPort: 0, httpsPort: 'off', scenario: 'docs', prefer: true, clock: 'frozen' })
})
afterAll(() => em.close())

const CRLF = '\r\n'
const statusOf = (text: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1])

describe('what a request holds is echoed without its control bytes', () => {
  const preflight = 'Access-Control-Request-Method: GET'
  it.each<[what: string, line: string, headers: readonly string[], status: number]>([
    ['an origin', 'GET /api/', ['Origin: http://a\x01b'], 200],
    ['an origin, for a path that cannot be read', 'GET /api/%zz', ['Origin: http://a\x01b'], 400],
    ['an origin, for nothing', 'GET /nowhere', ['Origin: \x01'], 404],
    ['an origin, in a preflight', 'OPTIONS /api/', ['Origin: \x01', preflight], 204],
    ['headers that are asked for', 'OPTIONS /api/', ['Origin: http://a', preflight, 'Access-Control-Request-Headers: a\x01b'], 204],
    ['a preference', 'GET /api/', ['Prefer: mock-status="\x01"'], 400],
    ['a preference that is applied', 'GET /api/', ['Prefer: mock-drop=\x01;mock-status=503'], 503],
    ['a preference that is delayed', 'GET /api/', ['Prefer: mock-delay=1,mock-status=503', 'Origin: \x7f'], 503],
    ['a host', 'GET /api/', ['X-Forwarded-Host: a\x01b', 'X-Forwarded-Proto: \x01'], 200],
    ['a world', 'GET /api/', ['X-Mock-World: \x01'], 400],
    ['an origin that may not control', 'GET /_mock/clock', ['Origin: http://a\x01b'], 403],
  ])('%s', async (_what, line, headers, status) => {
    const head = [`${line} HTTP/1.1`, 'Host: localhost', ...headers, 'Connection: close']
    const { text } = await sendRaw(em.url, head.join(CRLF) + CRLF + CRLF)
    expect(statusOf(text)).toBe(status)
    expect(text.split(CRLF + CRLF)[0]).not.toMatch(/[^\t\r\n\x20-\x7e]/)
  }) // prettier-ignore
})
