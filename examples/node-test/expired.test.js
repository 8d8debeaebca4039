import assert from 'node:assert/strict'
import { testWith } from 'mock-enterprise-manager/node-test'

const test = testWith({ scenario: 'docs' })

test('a logon session ends after fifteen idle minutes', async (em) => {
  const { headers } = em.logon()
  const jobs = () => fetch(`${em.url}/api/jobs`, { headers })
  assert.equal((await jobs()).status, 200)
  em.clock.advance('PT15M')
  assert.equal((await jobs()).status, 401)
})

test('after a month the sessions are no longer listed', async (em) => {
  em.clock.advance('P31D')
  const { headers } = em.logon()
  em.snapshots.take('a month later')
  const answer = await fetch(`${em.url}/api/backupSessions`, {
    headers: { ...headers, Accept: 'application/json' },
  })
  assert.equal(answer.status, 200)
})
