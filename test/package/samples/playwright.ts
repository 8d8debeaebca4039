import { expect } from '@playwright/test'
import { test, testWith } from 'mock-enterprise-manager/playwright'

test('has a world', async ({ em, request }) => {
  const answer = await request.get(`${em.url}/api/jobs`, { headers: em.logon().headers })
  expect(answer.status()).toBe(200)
})

testWith({ scenario: 'docs', clock: 'frozen' })('has another', ({ em, page }) => {
  expect(em.scenario).toBe('docs')
  expect(page.url()).toBe('about:blank')
})
// @ts-expect-error -- a scenario that is none.
testWith({ scenario: 'dosc' })
