import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openEm, type Em } from '../support/em.ts'

const open = (scenario: string) =>
  openEm({ scenario, now: '2026-01-15T08:00:00Z', clock: 'frozen' })
const dump = async (em: Em) => (await em.ask('GET /_mock/dump')).body
const control = (em: Em, request: string, body: object = {}) =>
  em.ask(request, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** What a test may do to a world. */
const deeds: Readonly<Record<string, (em: Em, token: string) => Promise<unknown>>> = {
  'lets a day pass': (em) => control(em, 'POST /_mock/clock/advance', { by: 'P1D' }),
  'lets ten minutes pass': (em) => control(em, 'POST /_mock/clock/advance', { by: 'PT10M' }),
  'lets time run': (em) => control(em, 'PUT /_mock/clock', { mode: '60x' }),
  'has work move at once': (em) => control(em, 'PUT /_mock/work', { moves: 'instant' }),
  'starts all jobs': async (em, token) => {
    for (const id of em.world.jobs.keys()) await em.ask(`POST /api/jobs/${id}?action=start`, { token }) // prettier-ignore
  },
  'deletes a job': async (em, token) => {
    const [id] = em.world.jobs.keys()
    await em.ask(`DELETE /api/jobs/${id ?? ''}`, { token })
  },
  'orders a failure': async (em) => {
    const [job] = em.world.jobs.keys()
    await control(em, 'POST /_mock/outcomes', { job, result: 'Failed' })
  },
  'adds a session': (em) => control(em, 'POST /_mock/entities/BackupJobSession', { Result: 'Failed' }), // prettier-ignore
  'adds a fault': (em) => control(em, 'POST /_mock/faults', { name: 'busy', effect: { status: 503 }, times: 1 }), // prettier-ignore
  'has another scenario, and this one again': async (em) => {
    const { scenario } = em.house.origin
    await control(em, 'POST /_mock/scenario', { scenario: 'bad-night' })
    await control(em, 'POST /_mock/scenario', { scenario })
  },
  'goes to a snapshot': async (em) => {
    await control(em, 'POST /_mock/snapshots/here')
    await control(em, 'POST /_mock/clock/advance', { by: 'PT3H' })
    await control(em, 'POST /_mock/snapshots/here/restore')
  },
}

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
