import { afterAll, beforeAll, expect, it } from 'vitest'
import { Journal } from '../../src/journal/journal.ts'
import { writeMetrics } from '../../src/journal/metrics.ts'
import { WaitingRequests } from '../../src/worlds/waiting.ts'
import { openEm, type Em } from '../support/em.ts'
import { served } from '../../src/http/routes/served.ts'

let em: Em
beforeAll(async () => {
  em = await openEm({ clock: 'frozen', now: '2026-01-15T12:00:00Z' })
})
afterAll(() => em.close())

const journal = () => {
  const made = new Journal(() => [])
  made.add({
    time: 0,
    method: 'GET',
    url: '/',
    operation: 'JobStart',
    world: 'a',
    status: 200,
    mediaType: 'xml',
    fault: 'x"\\\n',
  })
  return made
}
const measured = (name: string) => {
  const { simulation, logons } = em.world
  return { name, simulation, logons, journal: journal() }
}

it('writes every figure with its type, and labels so that they can be read', () => {
  const text = writeMetrics([measured('a'), measured('b')])
  expect(text).toContain(
    '# TYPE mock_em_requests_total counter\nmock_em_requests_total{operation="JobStart",method="GET",status="200",world="a"} 1\n',
  )
  expect(text).toContain('mock_em_faults_applied_total{fault="x\\"\\\\\\n",world="a"} 1\n')
  expect(text).toMatch(/mock_em_entities\{type="Job",world="a"\} [1-9]/)
  expect(text).toContain('mock_em_worlds 2\n')
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{(?:\w+="(?:[^"\\\n]|\\.)*",?)+\})? \d+)$/)
})

it('puts worlds together when there are many', () => {
  const text = writeMetrics(Array.from({ length: 60 }, (_, n) => measured(`w${n}`)))
  expect(text.match(/^mock_em_journal_entries/gm)).toHaveLength(51)
  expect(text).toContain('mock_em_journal_entries{world="other"} 10\n')
})

it('waits until there is enough, until the client is gone, or until the server closes', async () => {
  const waiting = new WaitingRequests()
  const made = journal()
  const world = { journal: made, name: 'a', operations: served }
  const come = waiting.waitFor(world, { that: 'Operation==JobStart', count: 2 })
  made.add({ time: 0, method: 'GET', url: '/', operation: 'JobStart', world: 'a', status: 200, mediaType: 'xml' })
  expect(await come).toMatchObject({ ok: true, found: 2 })
  const gone = new AbortController()
  const left = waiting.waitFor(world, { that: 'Operation==JobStop' }, gone.signal)
  gone.abort()
  expect(await left).toMatchObject({ ok: false, found: 0 })
  const closed = waiting.waitFor(world, { that: 'Operation==JobStop' })
  await new Promise(setImmediate)
  expect(waiting.size).toBe(1)
  waiting.close()
  expect(await closed).toMatchObject({ ok: false })
  expect(waiting.size).toBe(0)
})

it.each([
  [{ that: 'Operation==JobStart', timeout: 'PT6M' }, 'five minutes at the most'],
  [{ that: 'Oparation==A' }, 'Did you mean operation?'],
  [{ that: 'Operation==JobStrt' }, 'so this would never be found. Did you mean JobStart?'],
])('refuses to wait for %o: %s', async (setting, message) => {
  await expect(
    new WaitingRequests().waitFor({ journal: journal(), name: 'a', operations: served }, setting),
  ).rejects.toThrow(message)
})
