import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { finish } from '../../src/clock/sliced.ts'
import { progress } from '../../src/cli/banner.ts'
import { openWorlds } from '../../src/embed/open-server.ts'
import { resolveOptions, type UncheckedOptions } from '../../src/config/options.ts'
import { startEnterpriseManager } from '../../src/index.ts'
import { chainState } from '../../src/simulation/backups/chain-state.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'

// A port answers when nothing is left to be lived through first: the first question is not the one that waits.

const place = mkdtempSync(join(tmpdir(), 'mock-em-ready-'))
afterAll(() => rmSync(place, { recursive: true }))
const monday = { now: '2026-01-12T12:00:00Z', clock: 'frozen' } as const

it.each<[string, () => Promise<UncheckedOptions>]>([
  ['an estate', () => Promise.resolve(monday)],
  ['an estate in bulk', () => Promise.resolve({ ...monday, scenario: 'large', sessions: 1000 })],
  [
    'a dump, from whose time to the one asked for a week passes',
    async () => {
      await using em = await startEnterpriseManager({ ...monday, httpPort: 0, httpsPort: 'off' })
      const scenario = join(place, 'dump.json')
      writeFileSync(scenario, JSON.stringify(em.dump()))
      return { scenario, now: '2026-01-19T12:00:00Z' }
    },
  ],
])('%s has lived its past before it is asked', async (_what, options) => {
  const { main } = await openWorlds(resolveOptions(await options()))
  const { simulation } = main
  const happened: unknown[] = []
  finish(simulation.watch(simulation.catchingUp(), (_at, what) => happened.push(what)))
  expect([simulation.state(jobState).runs.size + simulation.state(chainState).chains.size > 0, happened]).toEqual([
    true,
    [],
  ])
})

it('a scenario that is asked for while it runs has lived its past when it is answered', async () => {
  await using em = await startEnterpriseManager({ ...monday, httpPort: 0, httpsPort: 'off', scenario: 'empty' })
  await em.play('all-green', '2026-01-12T12:00:00Z')
  expect(em.clock.advance('PT1S').events).toBe(0)
})

it('a story whose start is told starts when the past has been lived', async () => {
  const { main } = await openWorlds(resolveOptions({ ...monday, clock: { rate: 1e-6 } }))
  expect(main.simulation.clock.now()).toBeLessThan(Date.parse('2026-01-12T12:00:00.001Z') * 1000)
})

it.each<[string, readonly number[], string]>([
  ['a past that is lived at once is not worth a word', [100, 200, 300], ''],
  [
    'a longer one is told day by day, in a line that goes when it is done',
    [400, 800, 1200],
    '\r\x1b[KThe estate lives its past: day 2 of 4 …\r\x1b[KThe estate lives its past: day 3 of 4 …\r\x1b[K',
  ],
])('%s', (_what, times, told) => {
  let text = ''
  let at = 0
  const { tell, done } = progress(
    (more) => (text += more),
    () => times[at++]!,
  )
  for (const day of [1, 2, 3]) tell(day, 4)
  done()
  expect(text).toBe(told)
})
