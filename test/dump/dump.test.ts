import fc from 'fast-check'
import { expect, it } from 'vitest'
import { control, deeds } from '../support/deeds.ts'
import { openEm, type Em } from '../support/em.ts'

const open = (scenario: string) => openEm({ scenario, now: '2026-01-15T08:00:00Z', clock: 'frozen' })
const dump = async (em: Em) => (await em.ask('GET /_mock/dump')).body

it('says what it is, and how the world stands', async () => {
  const em = await open('docs')
  expect(JSON.parse(await dump(em))).toMatchObject({
    format: 'mock-enterprise-manager dump',
    version: 1,
    scenario: 'docs',
    seed: 1,
    clock: { mode: 'frozen', now: '2026-01-15T08:00:00Z' },
    logons: { opened: 0, held: [] },
    faults: [],
  })
  await em.close()
})

it.each(['docs', 'default', 'service-provider'])(
  'whatever was done to %s, a reset puts back the very same dump',
  async (scenario) => {
    const em = await open(scenario)
    const first = await dump(em)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(deeds)), { minLength: 1, maxLength: 5 }),
        async (names) => {
          for (const name of names) await deeds[name]!(em, await em.logOn())
          await control(em, 'POST /_mock/reset')
          expect((await dump(em)) === first).toBe(true)
        },
      ),
      { numRuns: 8 },
    )
    await em.close()
  },
)
