import { spawn } from 'node:child_process'
import http from 'node:http'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { basic } from '../support/em.ts'

// The program as it is installed: dist/, which `npm ci` builds.

const run = (...args: string[]) => {
  const child = spawn(process.execPath, ['dist/main.js', ...args], {
    env: { PATH: process.env['PATH'] },
  })
  const told = { out: '', err: '' }
  child.stdout.on('data', (data: Buffer) => (told.out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (told.err += data.toString()))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...told }))
  const ready = async () => {
    const first = await Promise.race([once(child.stdout, 'data'), ended])
    if (!Array.isArray(first)) throw new Error(first.err)
    return JSON.parse(String(first[0])) as Readonly<Record<string, unknown>>
  }
  return { child, ready, ended }
}

/** What the log tells of requests. */
const requestsIn = (err: string) =>
  err
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)

describe('serve', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'says when it answers, on both ports, and stops on %s with 0',
    async (signal) => {
      const { child, ready, ended } = run('--http-port', '0', '--https-port', '0', '--scenario', 'docs')
      const event = await ready()
      expect(event).toMatchObject({
        event: 'ready',
        pid: child.pid,
        scenario: 'docs',
        seed: 1,
        now: '2025-08-16T13:30:00Z',
      })
      expect((await fetch(`${String(event['http'])}/api/`)).status).toBe(200)
      expect(event['https']).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
      const check = run('healthcheck', '--http-port', new URL(String(event['http'])).port)
      expect((await check.ended).code).toBe(0)
      const secure = run('healthcheck', '--http-port', 'off', '--https-port', new URL(String(event['https'])).port)
      expect((await secure.ended).code).toBe(0)
      child.kill(signal)
      const { code, err } = await ended
      expect([code, requestsIn(err).map(({ path, status }) => [path, status])]).toEqual([
        0,
        [['/api/', 200], ...Array<unknown>(2).fill(['/_mock/health', 200])],
      ])
    },
  )

  const quiet = ['--http-port', '0', '--https-port', 'off', '--scenario', 'empty', '--log', 'debug']

  it('tells a token that it made on stderr, once, and nowhere else', async () => {
    const { child, ready, ended } = run('--host', '0.0.0.0', ...quiet)
    const url = `http://127.0.0.1:${new URL(String((await ready())['http'])).port}`
    expect((await run('wait', '--url', url).ended).code).toBe(0)
    const refused = await run('advance', 'PT1H', '--url', url).ended
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('token') as string })
    child.kill('SIGTERM')
    const { out, err } = await ended
    const [, token = ''] = /X-Mock-Token: (\S{20,}) /.exec(err) ?? []
    expect(token).not.toBe('')
    expect((out + err).split(token)).toHaveLength(2)
  })

  it('logs every request, what a fault cut off too, and no secret', async () => {
    const { child, ready, ended } = run(...quiet)
    let told = ''
    child.stderr.on('data', (data: Buffer) => (told += data.toString()))
    const url = String((await ready())['http'])
    const ask = (path: string, headers: Readonly<Record<string, string>> = {}, more: RequestInit = {}) =>
      fetch(url + path, { headers, ...more }).then(
        (answer) => answer.text(),
        () => undefined,
      )
    await ask('/api/sessionMngr/?v=latest', { authorization: basic('joe+shop', 'hidden') }, { method: 'POST' })
    await ask('/w/shop/api/jobs?token=hidden&foo=1')
    await ask('/api/', { prefer: 'mock-drop' })
    await ask('/_mock/clock')
    await ask('/api/%zz')
    while (told.split('\n').length <= 5) await once(child.stderr, 'data')
    child.kill('SIGTERM')
    const { err } = await ended
    expect(err).not.toContain('hidden')
    const lines = requestsIn(err)
    const row = (line: (typeof lines)[number]) =>
      ['world', 'user', 'method', 'path', 'operation', 'status', 'cut', 'fault'].map((name) => line[name])
    const _ = undefined
    const sorted = (rows: readonly unknown[]) => rows.map((each) => JSON.stringify(each)).sort()
    expect(sorted(lines.map(row))).toEqual(
      sorted([
        ['shop', 'joe+shop', 'POST', '/api/sessionMngr/?v=latest', 'SessionMngrCreate', 201, _, _],
        ['shop', _, 'GET', '/api/jobs?token=***&foo=1', 'JobList', 401, _, _],
        ['default', _, 'GET', '/api/', 'EnterpriseManagerGet', 0, true, 'prefer'],
        ['default', _, 'GET', '/_mock/clock', _, 200, _, _],
        ['default', _, 'GET', '/api/%zz', _, 400, _, _],
      ]),
    )
    expect(lines[0]).toMatchObject({
      time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      ms: expect.any(Number) as number,
      bytes: expect.any(Number) as number,
    })
  })

  it('writes down where it is, for those who ask it, and takes that away again', async () => {
    const place = mkdtempSync(join(tmpdir(), 'mock-em-ready-'))
    const file = join(place, 'ready.json')
    writeFileSync(file, '{"http":"http://127.0.0.1:1"}')
    const waiting = run('wait', '--ready-file', file)
    const { child, ready, ended } = run(...quiet, '--ready-file', file)
    const event = await ready()
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(event)
    expect((await waiting.ended).code).toBe(0)
    expect((await run('healthcheck', '--ready-file', file).ended).code).toBe(0)
    expect((await run('env', '--ready-file', file).ended).out).toContain(String(event['http']))
    child.kill('SIGTERM')
    await ended
    expect(readdirSync(place)).toEqual([])
    rmSync(place, { recursive: true })
    const lost = await run(...quiet, '--ready-file', file).ended
    expect(lost).toMatchObject({ code: 78, out: '' })
    expect(lost.err).toMatch(/^--ready-file .* cannot be written: ENOENT/)
  })

  it('tells no token that was given', async () => {
    const { child, ready, ended } = run('--host', '0.0.0.0', '--token', 's3cret-s3cret', ...quiet)
    const url = `http://127.0.0.1:${new URL(String((await ready())['http'])).port}`
    const moved = await run('advance', 'PT1H', '--url', url, '--token', 's3cret-s3cret').ended
    expect(moved).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\{"mode":.*\}\n$/) as string,
    })
    child.kill('SIGTERM')
    const { out, err } = await ended
    expect(out + err).not.toContain('s3cret')
  })

  it('reads bodies in both languages', async () => {
    const { child, ready, ended } = run(
      ...['--http-port', '0', '--https-port', 'off', '--scenario', 'service-provider'],
    )
    const url = `${String((await ready())['http'])}/api/sessionMngr/`
    const [Username, Password] = ['Bergmann Logistics', 'secret']
    const bodies = {
      'application/xml': `<LoginSpec><TenantCredentials><Username>${Username}</Username><Password>${Password}</Password></TenantCredentials></LoginSpec>`,
      'application/json': JSON.stringify({ TenantCredentials: { Username, Password } }),
    }
    for (const [type, body] of Object.entries(bodies)) {
      const headers = { 'content-type': type }
      const answer = await fetch(url, { method: 'POST', headers, body })
      expect([type, answer.status, await answer.text()]).toEqual([type, 201, expect.stringContaining(Username)])
    }
    child.kill('SIGTERM')
    expect((await ended).code).toBe(0)
  })

  it('finishes what is in flight before it stops', async () => {
    const { child, ready, ended } = run('--http-port', '0', '--https-port', 'off', '--scenario', 'empty')
    const request = http.request(`${String((await ready())['http'])}/api/sessionMngr/`, {
      method: 'POST',
      headers: {
        authorization: basic('a', 'b'),
        'content-length': 2,
        'content-type': 'application/json',
        expect: '100-continue',
      },
    })
    request.flushHeaders()
    await once(request, 'continue')
    child.kill('SIGTERM')
    request.end('{}')
    const [answer] = (await once(request, 'response')) as [http.IncomingMessage]
    answer.resume()
    expect(answer.statusCode).toBe(201)
    expect((await ended).code).toBe(0)
  })
})

describe('nobody reads what it tells', () => {
  const args = ['dist/main.js', '--http-port', '0', '--https-port', 'off', '--scenario', 'empty', '--log', 'debug']
  const path = `/api/${'nothing/'.repeat(200)}`

  it.each(['is not read', 'is closed'])('stderr %s: it answers, and stops', async (how) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = once(child, 'close')
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const { http: url } = JSON.parse(line.toString()) as { readonly http: string }
    if (how === 'is closed') child.stderr.destroy()
    for (let asked = 0; asked < 1000; asked++) expect((await fetch(url + path)).status).toBe(404)
    child.stdout.destroy()
    expect((await fetch(`${url}/api/`)).status).toBe(200)
    child.kill('SIGTERM')
    await once(child, 'exit')
    child.stderr.resume()
    expect(await ended).toEqual([0, null])
  })

  it('what was dropped is counted, and told when somebody reads', async () => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const { http: url } = JSON.parse(line.toString()) as { readonly http: string }
    for (let asked = 0; asked < 1000; asked++) await (await fetch(url + path)).text()
    let told = ''
    child.stderr.on('data', (data: Buffer) => (told += data.toString()))
    while (!told.includes('Lines were dropped')) await (await fetch(`${url}/api/`)).text()
    child.kill('SIGTERM')
    await once(child, 'close')
    const dropped = Number(/"dropped":(\d+)/.exec(told)?.[1])
    expect(dropped).toBeGreaterThan(0)
    expect(told.split('nothing/nothing').length - 1 + dropped).toBeGreaterThanOrEqual(1000)
  })
})

describe('ends at once', () => {
  it.each<[args: string[], code: number, told: RegExp]>([
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    [['--help'], 0, /mock-em/],
    [['routes'], 0, /^GET    \/  EnterpriseManagerGet\n[^]*\d+ operations\.\n$/],
    [['routes', '--json'], 0, /"path": "\/jobs\/\{id\}\?action=start",\n +"name": "JobStart"\n/],
    [['--json'], 64, /mock-em faults --json/],
    [['env', '--format', 'json', '--https-port', 'off'], 0, /^\{\n {2}"MOCK_EM_URL": "http:\/\/127\.0\.0\.1:9399",\n/],
    [['wait', '--timeout', '0.01s', '--http-port', '1'], 1, /^http:\/\/127\.0\.0\.1:1\/_mock\/health was not well/],
    [['dump', '--http-port', '1'], 1, /^http:\/\/127\.0\.0\.1:1 does not answer: .+\.\n$/],
    [['load', 'no-such-file.json'], 65, /^no-such-file\.json cannot be read/],
    [['advance'], 64, /^advance needs to be told more: mock-em advance <time>\.\n$/],
    [['--sceanrio', 'docs'], 64, /--scenario/],
    [['--dialect', 'v14'], 64, /v13/],
    [['--scenario', 'no-such-file.json'], 65, /no-such-file\.json/],
    [['--http-port', 'off', '--https-port', 'off'], 78, /port/],
    [['healthcheck', '--http-port', '1'], 1, /1/],
  ])('%j with %i', async (args, code, told) => {
    const end = await run(...args).ended
    expect(end.code).toBe(code)
    expect(end.out + end.err).toMatch(told)
  })

  it('with 69 when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const end = await run('--http-port', String(port), '--https-port', 'off', '--scenario', 'empty').ended
    other.close()
    expect(end.code).toBe(69)
    expect(end.err).toContain(String(port))
  })
})
