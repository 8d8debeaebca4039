import type { Em } from './em.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'

/** Asks the mock for something, as JSON. */
export const control = (em: Em, request: string, body: object = {}) =>
  em.ask(request, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** What a test may do to a world. */
export const deeds: Readonly<Record<string, (em: Em, token: string) => Promise<unknown>>> = {
  'lets a day pass': (em) => control(em, 'POST /_mock/clock/advance', { by: 'P1D' }),
  'lets ten minutes pass': (em) => control(em, 'POST /_mock/clock/advance', { by: 'PT10M' }),
  'lets time run': (em) => control(em, 'PUT /_mock/clock', { mode: '60x' }),
  'has work move at once': (em) => control(em, 'PUT /_mock/work', { moves: 'instant' }),
  'starts all jobs': async (em, token) => {
    for (const id of em.simulation.state(jobState).jobs.keys())
      await em.ask(`POST /api/jobs/${id}?action=start`, { token })
  },
  'deletes a job': async (em, token) => {
    const [id] = em.simulation.state(jobState).jobs.keys()
    await em.ask(`DELETE /api/jobs/${id ?? ''}`, { token })
  },
  'orders a failure': async (em) => {
    const [job] = em.simulation.state(jobState).jobs.keys()
    await control(em, 'POST /_mock/outcomes', { job, result: 'Failed' })
  },
  'adds a session': (em) => control(em, 'POST /_mock/entities/BackupJobSession', { Result: 'Failed' }),
  'adds a fault': (em) => control(em, 'POST /_mock/faults', { name: 'busy', effect: { status: 503 }, times: 1 }),
  'has another scenario, and this one again': async (em) => {
    const { scenario } = em.world.baseline
    await control(em, 'POST /_mock/scenario', { scenario: 'bad-night' })
    await control(em, 'POST /_mock/scenario', { scenario })
  },
  'goes to a snapshot': async (em) => {
    await control(em, 'POST /_mock/snapshots/here')
    await control(em, 'POST /_mock/clock/advance', { by: 'PT3H' })
    await control(em, 'POST /_mock/snapshots/here/restore')
  },
}
