import { afterAll, beforeAll, expect, it } from 'vitest'
import { whyMissing } from '../../src/http/routes/why-missing.ts'
import { job, repository } from '../../src/resources/index.ts'
import { openEm, type Em } from '../support/em.ts'

let em: Em
beforeAll(async () => (em = await openEm()))
afterAll(() => em.close())

it.each([
  ['/api/backupSesions', '/backupSessions'],
  ['/api/job/5f5a4c3e-0000-4000-8000-000000000000/backupSessions', '/jobs/{id}/backupSessions'],
])('%s is told to be like %s', async (path, near) => {
  const { body, status } = await em.ask(`GET ${path}`, { token: await em.logOn() })
  expect(status).toBe(404)
  expect(body).toContain(`The nearest is /api${near}.`)
})

it('what is missing is explained to the log, since EM says the same of all of it', () => {
  const disk = [...em.simulation.store.table('Repository')][0]!
  expect(whyMissing(em.simulation, job, disk.id)).toMatch(/^[\da-f-]{36} is the id of the Repository "/)
  const typo = disk.id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  expect(whyMissing(em.simulation, repository, typo)).toContain(`The nearest is ${disk.id}`)
})
