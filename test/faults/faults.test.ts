import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startEnterpriseManager, type EnterpriseManager, type FaultRule } from '../../src/index.ts'
import { openEm, type Em } from '../support/em.ts'

const start = () =>
  startEnterpriseManager({
    httpPort: 0,
    httpsPort: 'off',
    scenario: 'docs',
    now: '2026-01-15T08:00:00Z',
    clock: 'frozen',
  })

let em: EnterpriseManager
beforeAll(async () => (em = await start()))
afterAll(() => em.close())
beforeEach(() => void em.reset())

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${em.url}/api/${path}`, { headers: { ...em.logon().headers, ...headers } })
const statuses = async (count: number, path = 'jobs') => {
  const found: number[] = []
  for (let at = 0; at < count; at++) found.push((await get(path)).status)
  return found
}

/** All bytes that come for a request until the connection ends, and whether it was cut. */
const raw = (path: string) =>
  new Promise<{ readonly text: string; readonly isReset: boolean }>((done) => {
    const { port, hostname } = new URL(em.url)
    const chunks: Buffer[] = []
    let isReset = false
    const socket = connect(Number(port), hostname)
    const { token } = em.logon()
    socket.write(
      `GET /api/${path} HTTP/1.1\r\nHost: localhost:${port}\r\nX-RestSvcSessionId: ${token}\r\nConnection: close\r\n\r\n`,
    )
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', () => (isReset = true))
    socket.on('close', () => done({ text: Buffer.concat(chunks).toString('latin1'), isReset }))
  })
const lengths = (text: string) => {
  const announced = Number(/Content-Length: (\d+)/.exec(text)?.[1])
  return { announced, sent: text.length - text.indexOf('\r\n\r\n') - 4 }
}

describe('which requests, and how often', () => {
  const effect = { status: 503 }
  it.each<[Omit<FaultRule, 'name' | 'effect'>, readonly number[]]>([
    [{}, [503, 503, 503, 503]],
    [{ when: 'Operation==JobList' }, [503, 503, 503, 503]],
    [{ when: 'Operation==RepositoryList' }, [200, 200, 200, 200]],
    [{ when: 'Route=="/jobs";Method==GET;World==default;User==administrator;MediaType==xml' }, [503, 503, 503, 503]],
    [{ when: 'Path=="/api/jobs",Operation==JobStart', times: 2 }, [503, 503, 200, 200]],
    [{ skip: 1 }, [200, 503, 503, 503]],
    [{ skip: 2, times: 1 }, [200, 200, 503, 200]],
    [{ when: 'World==other' }, [200, 200, 200, 200]],
  ])('%j: %j', async (rule, expected) => {
    em.faults.add({ name: 'busy', effect, ...rule })
    expect(await statuses(4)).toEqual(expected)
    const hits = expected.filter((status) => status === 503).length
    expect(em.faults.get('busy')).toMatchObject({ hits })
  })

  it('a probability is drawn from the seed: the same faults each time', async () => {
    const rule = { name: 'sometimes', effect, probability: 0.5 }
    em.faults.add(rule)
    const first = await statuses(12)
    expect(new Set(first)).toEqual(new Set([200, 503]))
    em.faults.add(rule)
    expect(await statuses(12)).toEqual(first)
  })

  it('the first that matches happens', async () => {
    em.faults.add({ name: 'a', effect: { status: 503 }, times: 1 })
    em.faults.add({ name: 'b', effect: { status: 500 }, times: 1 })
    expect(await statuses(3)).toEqual([503, 500, 200])
  })

  it('other worlds have their own', async () => {
    em.world('calm')
    em.faults.add({ name: 'busy', effect })
    const { headers } = em.world('calm').logon()
    expect((await fetch(`${em.url}/w/calm/api/jobs`, { headers })).status).toBe(200)
  })
})

describe('what happens', () => {
  it("is EM's error in the media type that is asked for", async () => {
    em.faults.add({ name: 'busy', effect: { status: 503, message: 'Try again.' } })
    const xml = await get('jobs')
    expect(xml.headers.get('x-mock-fault')).toBe('busy')
    expect(await xml.text()).toContain('Message="Try again."')
    const json = await get('jobs', { Accept: 'application/json' })
    expect(await json.json()).toMatchObject({ Message: 'Try again.', StatusCode: 503 })
  })

  it('expireLogon ends the logon session that asks', async () => {
    em.faults.add({ name: 'expired', effect: { expireLogon: true }, times: 1 })
    const { headers } = em.logon()
    const ask = async () => (await fetch(`${em.url}/api/jobs`, { headers })).status
    expect([await ask(), await ask()]).toEqual([401, 401])
    expect((await get('jobs')).status).toBe(200)
  })

  it('reset and empty send nothing', async () => {
    em.faults.add({ name: 'reset', effect: { reset: true }, times: 1 })
    em.faults.add({ name: 'empty', effect: { empty: true }, times: 1 })
    expect(await raw('jobs')).toEqual({ text: '', isReset: true })
    expect(await raw('jobs')).toEqual({ text: '', isReset: false })
    const { entries } = em.journal.list({ filter: 'Status==0' })
    expect(entries.map(({ fault }) => fault)).toEqual(['reset', 'empty'])
  })

  it('half sends half of what it announces, wrongLength less than it announces', async () => {
    em.faults.add({ name: 'half', effect: { half: true }, times: 1 })
    em.faults.add({ name: 'wrong', effect: { wrongLength: true }, times: 1 })
    const half = lengths((await raw('jobs')).text)
    expect(half.sent).toBe(half.announced >> 1)
    const wrong = lengths((await raw('jobs')).text)
    expect(wrong).toEqual({ announced: half.announced + 10, sent: half.announced })
  })

  it.each(['half', 'garbage', 'stall', 'wrongLength'])('%s leaves answers without a body alone', async (effect) => {
    em.faults.add({ name: 'broken', effect: { [effect]: true } })
    const { headers } = em.logon()
    const head = await fetch(`${em.url}/api/jobs`, { method: 'HEAD', headers })
    expect([head.status, Number(head.headers.get('content-length')) > 0]).toEqual([200, true])
    const gone = await fetch(`${em.url}/api/logonSessions/${em.logon().sessionId}`, { method: 'DELETE', headers })
    expect(gone.status).toBe(204)
  })

  it('garbage is no document, and the same each time', async () => {
    em.faults.add({ name: 'noise', effect: { garbage: true }, times: 2 })
    const [first, second] = [await (await get('jobs')).text(), await (await get('jobs')).text()]
    expect(first).not.toContain('<')
    expect(second).toBe(first)
  })

  it('stall sends the beginning, and a server that closes ends it', async () => {
    const other = await start()
    other.faults.add({ name: 'stall', effect: { stall: true } })
    const { body } = await fetch(`${other.url}/api/jobs`, { headers: other.logon().headers })
    const reader = body!.getReader()
    const { value } = (await reader.read()) as { readonly value: Uint8Array }
    expect(value.length).toBeGreaterThan(10)
    const rest = reader.read().then(
      () => 'ended',
      () => 'ended',
    )
    await other.close()
    expect(await rest).toBe('ended')
  })

  it.each([[5], ['PT0.005S'], [{ from: 1, to: 9 }], [{ median: 5, sigma: 0.1 }]])(
    'a delay of %j lets it be answered as usual, later',
    async (delay) => {
      em.faults.add({ name: 'slow', effect: { delay } })
      expect(await statuses(2)).toEqual([200, 200])
      expect(em.faults.get('slow').hits).toBe(2)
    },
  )

  it('a client that does not wait leaves nothing behind', async () => {
    em.faults.add({ name: 'slow', effect: { delay: 'PT4M' } })
    const gone = new AbortController()
    const asked = fetch(`${em.url}/api/jobs`, { headers: em.logon().headers, signal: gone.signal })
    await em.waitFor({ that: 'Operation==ServiceRoot', timeout: 'PT0.05S' }).catch(() => undefined)
    gone.abort()
    await expect(asked).rejects.toThrow()
    em.reset('faults')
    expect(await statuses(1)).toEqual([200])
  })
})

describe('Prefer', () => {
  it.each([
    ['mock-status=503', 503],
    ['respond-async, mock-status=404', 404],
    ['MOCK-STATUS="418"', 418],
    ['mock-delay=3', 200],
    ['mock-delay=PT0.003S, mock-status=500', 500],
    ['respond-async', 200],
    ['mock-status=200', 400],
    ['mock-sttus=500', 400],
    ['mock-delay=1h', 400],
  ])('%s is a %i', async (prefer, status) => {
    const answer = await get('jobs', { prefer })
    expect(answer.status).toBe(status)
    const applied = answer.headers.get('preference-applied')
    if (status === 400 || prefer === 'respond-async') expect(applied).toBeNull()
    else expect(applied).toMatch(/^mock-/)
  })

  it('mock-drop answers nothing', async () => {
    await expect(get('jobs', { prefer: 'mock-drop' })).rejects.toThrow()
  })

  it('--no-prefer turns it off', async () => {
    const calm = await openEm({ prefer: false })
    expect((await calm.ask('GET /api/', { headers: { prefer: 'mock-status=503' } })).status).toBe(200)
    await calm.close()
  })
})

describe('/_mock/faults refuses', () => {
  let http: Em
  beforeAll(async () => (http = await openEm()))
  afterAll(() => http.close())

  const effect = { status: 503 }
  it.each<[object, string]>([
    [{ name: '', effect }, 'body.name: found "", expected 1 to 100 letters'],
    [{ name: 'a' }, 'lacks "effect": an effect'],
    [{ name: 'a', effect, wen: 'Operation==JobStart' }, 'Did you mean "when"?'],
    [{ name: 'a', effect, when: 'Operatoin==JobStart' }, 'Did you mean operation?'],
    [{ name: 'a', effect, when: 'Operation==JobStrat' }, 'Did you mean JobStart?'],
    [{ name: 'a', effect, when: 'Route=="/job/{id}"' }, 'Did you mean /jobs/{id}?'],
    [{ name: 'a', effect, when: 'Method==GTE' }, 'Did you mean GET?'],
    [{ name: 'a', effect, when: 'Operation==JobStart;Method==GET' }, 'JobStart is asked for with POST'],
    [{ name: 'a', effect, when: 'Operation==JobStart;Operation==JobStop' }, 'at once, so this would never happen'],
    [{ name: 'a', effect, when: 'Status==500' }, 'not known before a request is answered'],
    [{ name: 'a', effect, when: 'MediaType==yaml' }, 'mediaType'],
    [{ name: 'a', effect, when: 'Operation=' }, 'expected'],
    [{ name: 'a', effect: { status: 200 } }, 'from 400 to 599'],
    [{ name: 'a', effect: { statsu: 500 } }, 'Did you mean "status"?'],
    [{ name: 'a', effect: { reset: true, half: true } }, 'only one of them'],
    [{ name: 'a', effect: { reset: 1 } }, 'body.effect.reset: found 1, expected true or false.'],
    [{ name: 'a', effect: {} }, 'nothing happens'],
    [{ name: 'a', effect: { delay: 'PT10M' } }, 'five minutes at the most'],
    [{ name: 'a', effect: { delay: { from: 9, to: 1 } } }, 'from the shorter to the longer'],
    [{ name: 'a', effect, times: 0 }, 'body.times: found 0, expected a whole number from 1 up.'],
    [{ name: 'a', effect, probability: 2 }, '1 at the most'],
    [{ faults: [{ name: 'good', effect }, { name: 'bad' }] }, 'lacks "effect": an effect'],
  ])('%j: %s', async (body, says) => {
    const answer = await http.ask('POST /_mock/faults', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({ message: expect.stringContaining(says) as string })
    expect(JSON.parse((await http.ask('GET /_mock/faults')).body)).toEqual({ faults: [] })
  })

  it('a fault that is not there, with the nearest', () => {
    em.faults.add({ name: 'busy', effect })
    expect(() => em.faults.remove('bussy')).toThrow('Did you mean "busy"?')
  })
})

it('a fault without a name is given one', async () => {
  const http = await openEm()
  const add = async (body: object) =>
    JSON.parse((await http.ask('POST /_mock/faults', { body: JSON.stringify(body) })).body) as object
  const effect = { status: 503 }
  expect(await add({ effect })).toMatchObject({ name: 'fault-1', hits: 0 })
  const faults = [{ effect }, { name: 'fault-2', effect }, { effect }]
  expect(await add({ faults })).toMatchObject({
    faults: [{ name: 'fault-3' }, { name: 'fault-2' }, { name: 'fault-4' }],
  })
  await http.close()
})
