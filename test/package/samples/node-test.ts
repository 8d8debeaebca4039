import assert from 'node:assert/strict'
import { test, testWith } from 'mock-enterprise-manager/node-test'

void test('has a world', (em, context) => {
  context.diagnostic(em.name)
  assert.equal(em.scenario, 'default')
})

void testWith({ scenario: 'docs' })('has another', (em) => assert.equal(em.scenario, 'docs'))
// @ts-expect-error -- a scenario that is none.
testWith({ scenario: 'dosc' })
