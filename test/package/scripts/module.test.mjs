import { startEnterpriseManager } from 'mock-enterprise-manager'

test('a job that fails is told of', async () => {
  const em = await startEnterpriseManager({ httpPort: 0, httpsPort: 'off', scenario: 'docs' })
  em.faults.add({ name: 'busy', effect: { status: 503 }, times: 1 })
  expect((await fetch(`${em.url}/api/`)).status).toBe(503)
  expect((await fetch(`${em.url}/api/`)).status).toBe(200)
  expect(() => em.entities.add('BackupJobSesion')).toThrow('BackupJobSession')
  await em.close()
})
