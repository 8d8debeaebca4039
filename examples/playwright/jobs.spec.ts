import { expect } from '@playwright/test'
import { testWith } from 'mock-enterprise-manager/playwright'

const test = testWith({ scenario: 'docs', clock: 'frozen' })

test('a page would see the jobs', async ({ em, request }) => {
  const { headers } = em.logon()
  const answer = await request.get(`${em.url}/api/jobs`, { headers })
  expect(answer.status()).toBe(200)
  expect(await answer.text()).toContain('<Ref ')
})

test('who has not logged on is told so', async ({ em, request }) => {
  expect((await request.get(`${em.url}/api/jobs`)).status()).toBe(401)
})
