import { expect, it } from 'vitest'
import { startEnterpriseManager } from '../../src/index.ts'

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
      const [, kind = '', data = ''] = /^event: (.*)\ndata: (.*)$/s.exec(part) ?? []
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
  await using em = await startEnterpriseManager({ httpPort: 0, httpsPort: 'off', scenario: 'default', now: '2026-01-15T08:00:00Z', clock: 'frozen' }) // prettier-ignore
  const told = await until(
    `${em.url}/_mock/events`,
    (kind, { now }) => kind === 'clock' && now === '2026-01-16T08:00:00Z',
    () => em.clock.advance('P1D'),
  )
  expect(told[0]).toEqual(['clock', { mode: 'frozen', rate: 1, now: '2026-01-15T08:00:00Z' }])
  const states = told.filter(([kind]) => kind === 'state').map(([, facts]) => facts)
  expect(states.length).toBeGreaterThan(10)
  expect(states[0]).toMatchObject({ type: expect.any(String) as string, state: expect.any(String) as string }) // prettier-ignore
})

it('a server that is closed ends it', async () => {
  const em = await startEnterpriseManager({ httpPort: 0, httpsPort: 'off', scenario: 'empty' })
  const { body } = await fetch(`${em.url}/_mock/events`)
  const reader = body!.getReader()
  await reader.read()
  await em.close()
  expect((await reader.read()).done).toBe(true)
})
