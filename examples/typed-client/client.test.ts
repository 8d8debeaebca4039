import { startEnterpriseManager } from 'mock-enterprise-manager'
import type { BackupJobSession, v13 } from 'mock-enterprise-manager/types'
import { expect, expectTypeOf, test } from 'vitest'
import { EnterpriseManagerClient } from './client.ts'

const frozen = { httpPort: 0, httpsPort: 'off', now: '2026-01-15T08:00:00Z', clock: 'frozen' } as const

test('the failed sessions, and a job that is started', async () => {
  await using em = await startEnterpriseManager({ ...frozen, scenario: 'bad-night' })
  const client = new EnterpriseManagerClient(`${em.url}/api`, em.logon().token)
  const failed = await client.failedSessions()
  expect(failed.length).toBeGreaterThan(0)
  expect(new Set(failed.map(({ Result }) => Result))).toEqual(new Set(['Failed']))

  const [job] = em.entities.list('Job')
  const task = await client.start(job!.id)
  expect(task).toMatchObject({ TaskId: 'task-1', State: 'Running' })
})

test('what EM says no to is an error with its Message', async () => {
  await using em = await startEnterpriseManager(frozen)
  const client = new EnterpriseManagerClient(`${em.url}/api`, 'none')
  await expect(client.failedSessions()).rejects.toThrow()
})

test('both dialects have their types', () => {
  expectTypeOf<BackupJobSession['Result']>().toEqualTypeOf<v13.BackupJobSession['result']>()
})
