import { testWith } from 'mock-enterprise-manager/vitest'
import { expect } from 'vitest'
import { failedJobs } from './failed-jobs.ts'

const test = testWith({ scenario: 'all-green', now: '2026-01-15T08:00:00Z', clock: 'frozen' })

test('a good night has no failed jobs', async ({ em }) => {
  expect(await failedJobs(em.url)).toEqual([])
})

test('a job that fails is told of', async ({ em }) => {
  const [job] = await jobs(em.url, em.logon().headers)
  em.outcomes.set({ job, result: 'Failed', times: 10 })
  em.clock.advance('P1D')
  expect(await failedJobs(em.url)).toContain(job)
})

test('and the next test knows nothing of it', async ({ em }) => {
  expect(await failedJobs(em.url)).toEqual([])
})

async function jobs(url: string, headers: HeadersInit): Promise<string[]> {
  const answer = await fetch(`${url}/api/jobs`, {
    headers: { ...headers, Accept: 'application/json' },
  })
  const { Refs } = (await answer.json()) as { Refs: { Name: string }[] }
  return Refs.map(({ Name }) => Name)
}
