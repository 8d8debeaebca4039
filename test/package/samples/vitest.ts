import { expect } from 'vitest'
import type { WorldHandle } from 'mock-enterprise-manager'
import { test, testWith } from 'mock-enterprise-manager/vitest'

test('has a world', ({ em }) => {
  const world: WorldHandle = em
  expect(world.entities.list('Job').length).toBeGreaterThan(0)
})

const frozen = testWith({ scenario: 'docs', clock: 'frozen' })
frozen.extend<{ token: string }>({ token: async ({ em }, use) => use(em.logon().token) })(
  'can be extended',
  ({ em, token }) => {
    expect(token).toBe(em.logon().token)
  },
)
// @ts-expect-error -- a scenario that is none.
testWith({ scenario: 'dosc' })
