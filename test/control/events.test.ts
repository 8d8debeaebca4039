import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { follow } from '../../src/http/control/event-routes.ts'
import { startEnterpriseManager } from '../../src/index.ts'
import { browserPath, inBrowser, openBrowser } from '../support/browser.ts'
import { openEm } from '../support/em.ts'
import { heapUsed } from '../support/heap-used.ts'

/** Reads a stream of events until one of a kind has come that is wanted; all that came by then. */
async function until(
  url: string,
  isLast: (kind: string, facts: { readonly [name: string]: unknown }) => boolean,
  act: () => void,
) {
  const stop = new AbortController()
  const { body, headers } = await fetch(url, { signal: stop.signal })
  expect(headers.get('content-type')).toContain('text/event-stream')
  const told: [string, object][] = []
  let text = ''
  act()
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const [, kind = '', data = ''] = /^id: \d+\nevent: (.*)\ndata: (.*)$/s.exec(part) ?? []
      const facts = JSON.parse(data) as Readonly<Record<string, unknown>>
      told.push([kind, facts])
      if (!isLast(kind, facts)) continue
      stop.abort()
      return told
    }
  }
  return told
}

it('tells the clock first, then what happens while time is moved', async () => {
  await using em = await startEnterpriseManager({
    httpPort: 0,
    httpsPort: 'off',
    scenario: 'default',
    now: '2026-01-15T08:00:00Z',
    clock: 'frozen',
  })
  const told = await until(
    `${em.url}/_mock/events`,
    (kind, { now }) => kind === 'clock' && now === '2026-01-16T08:00:00Z',
    () => em.clock.advance('P1D'),
  )
  expect(told[0]).toEqual(['clock', { mode: 'frozen', rate: 1, now: '2026-01-15T08:00:00Z' }])
  const states = told.filter(([kind]) => kind === 'state').map(([, facts]) => facts)
  expect(states.length).toBeGreaterThan(10)
  expect(states[0]).toMatchObject({ type: expect.any(String) as string, state: expect.any(String) as string })
})

it('a server that is closed ends it', async () => {
  const em = await startEnterpriseManager({ httpPort: 0, httpsPort: 'off', scenario: 'empty' })
  const { body } = await fetch(`${em.url}/_mock/events`)
  const reader = body!.getReader()
  await reader.read()
  await em.close()
  expect((await reader.read()).done).toBe(true)
})

describe('a world that is listened to', () => {
  const open = () => openEm({ scenario: 'default', now: '2026-01-15T08:00:00Z', clock: 'frozen' })
  type Listened = Awaited<ReturnType<typeof open>>
  /** Listens, and takes down what is sent. */
  const listen = ({ world }: Listened, seen?: number, reads = true) => {
    const sent: string[] = []
    const waiting: (() => void)[] = []
    /** Reads what has been sent, and all that is sent upon that. */
    const read = () => {
      for (let done = waiting.shift(); done !== undefined; done = waiting.shift()) done()
    }
    const sink = {
      write: (text: string, done: () => void) => {
        sent.push(...text.split(/(?<=\n\n)/))
        if (reads) done()
        else waiting.push(done)
      },
      end: () => sent.push('end'),
    }
    return { sent, read, ...follow(world, sink as never, seen) }
  }
  const clock = 'event: clock\ndata: {"mode":"frozen","rate":1,"now":"2026-01-15T08:00:00Z"}\n\n'
  const summary = (sent: readonly string[]) =>
    sent.map((text) => /^id: (\d+)\nevent: (\w+)/.exec(text)?.slice(1).join(' ') ?? text)

  it('tells nothing of what was over before it was listened to', async () => {
    const em = await openEm({ scenario: 'default', now: '2026-01-15T08:00:00Z', clock: 'frozen' })
    const { sent, glance } = listen(em)
    glance()
    expect(sent).toEqual([`id: 0\n${clock}`])
  })

  it('numbers what it tells', async () => {
    const em = await open()
    const { sent } = listen(em)
    await em.ask('GET /api/')
    await em.ask('GET /api/')
    expect(summary(sent)).toEqual(['0 clock', '1 request', '2 request'])
  })

  it('sends who does not read nothing more until it reads again, then all of it', async () => {
    const em = await open()
    const { sent, read, glance } = listen(em, undefined, false)
    for (let n = 0; n < 50; n++) {
      await em.ask('GET /api/')
      glance()
    }
    expect(summary(sent)).toEqual(['0 clock'])
    read()
    expect(summary(sent)).toEqual(['0 clock', ...Array.from({ length: 50 }, (_, n) => `${n + 1} request`)])
  })

  it('keeps what waits for many that do not read once, and only so much of it', async () => {
    const em = await open()
    const slow = Array.from({ length: 100 }, () => listen(em, undefined, false))
    const before = heapUsed()
    for (let n = 0; n < 70; n++) em.world.events.tell('request', { text: 'x'.repeat(1 << 20) })
    expect(heapUsed() - before).toBeLessThan(40 << 20)
    for (const { sent, read } of slow) {
      read()
      expect(summary(sent.slice(0, 2))).toEqual(['0 clock', '70 missed'])
    }
  })

  it('tells who comes back what was missed', async () => {
    const em = await open()
    listen(em).stop()
    for (let n = 0; n < 3; n++) await em.ask('GET /api/')
    expect(summary(listen(em, 1).sent)).toEqual(['2 request', '3 request', '3 clock'])
    expect(summary(listen(em, 3).sent)).toEqual(['3 clock'])
  })

  it.each([
    ['that was another server', 7, 0],
    ['after too much for it to be kept', 1, 5000],
  ])('says so when that is not known: %s', async (_, seen, requests) => {
    const em = await open()
    listen(em).stop()
    for (let n = 0; n < requests; n++) await em.ask('GET /api/')
    expect(em.world.events.isHeard).toBe(requests === 0)
    const [first] = listen(em, seen).sent
    expect(first).toMatch(new RegExp(`^id: \\d+\nevent: missed\ndata: {"after":${seen}}\n\n$`))
  })

  it('is heard to live while nothing happens: a comment every 15 glances', async () => {
    const em = await open()
    const { sent, glance } = listen(em)
    const before = sent.length
    for (let n = 0; n < 30; n++) glance()
    expect(sent.slice(before)).toEqual([': nothing happens\n\n', ': nothing happens\n\n'])
  })
})

describe('the token of a listener that can send no headers', () => {
  it.each([
    ['', 401],
    ['?token=wrong', 401],
  ])('%j is a %i', async (query, status) => {
    const em = await openEm({ token: 'open-sesame' })
    expect((await em.ask(`GET /_mock/events${query}`)).status).toBe(status)
    // Elsewhere it would stand in the history of a browser for nothing.
    expect((await em.ask('GET /_mock/clock?token=open-sesame')).status).toBe(401)
  })
})

it.skipIf(browserPath === undefined)(inBrowser('a page of an origin that is allowed follows it'), async () => {
  const pages = createServer((_, answer) =>
    answer.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>a page</title>'),
  ).listen(0, '127.0.0.1')
  await once(pages, 'listening')
  const origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`
  await using em = await startEnterpriseManager({
    httpPort: 0,
    httpsPort: 'off',
    scenario: 'docs',
    token: 'open-sesame',
    corsOrigin: [origin],
  })
  await using browser = await openBrowser()
  const page = await browser.newPage()
  await page.goto(origin)
  const told = page.evaluate(
    ([api, url]) =>
      new Promise<string[]>((resolve, reject) => {
        const told: string[] = []
        const events = new EventSource(url!)
        events.onerror = () => reject(new Error(`cut off after ${told.length}`))
        for (const kind of ['clock', 'request'])
          events.addEventListener(kind, (event) => {
            const { data, lastEventId } = event as unknown as Record<'data' | 'lastEventId', string>
            const { now, path } = JSON.parse(data) as { now?: string; path?: string }
            told.push(`${lastEventId} ${kind} ${now ?? path ?? ''}`)
            if (kind === 'clock') void fetch(api!)
            else resolve(told)
          })
      }),
    [`${em.url}/api/`, `${em.url}/_mock/events?token=open-sesame`],
  )
  expect(await told).toEqual(['0 clock 2025-08-16T13:30:00Z', '1 request /api/'])
  pages.close()
})
