import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accepts, openEm, type Em } from '../support/em.ts'
import { outcomeState } from '../../src/simulation/jobs/outcome-state.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'

// A test says how a job's next runs end.

let em: Em
beforeEach(async () => {
  em = await openEm({ scenario: 'all-green', now: '2026-01-15T12:00:00Z', clock: 'frozen' })
})
afterEach(() => em.close())

const post = async (path: string, body: unknown) => {
  const answer = await em.ask(`POST /_mock/${path}`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: answer.status, json: JSON.parse(answer.body) as Record<string, unknown> }
}

interface Found {
  readonly Result: string
  readonly IsRetry: boolean
  readonly FailureMessage: string | null
  readonly Reason: string
  readonly VmDisplayName: string
}
/** What has begun since noon. */
const find = async (type: string, filter: string): Promise<readonly Found[]> => {
  const token = await em.logOn()
  const query = encodeURIComponent(`${filter};CreationTime>="2026-01-15T12:00:00Z"`)
  const { body } = await em.ask(`GET /api/query?type=${type}&filter=${query}&format=Entities&sortAsc=CreationTime`, {
    token,
    accept: accepts.json,
  })
  const { Entities } = JSON.parse(body) as { Entities: Record<string, Record<string, Found[]> | null> }
  return Object.values(Entities).find((it) => it !== null)?.[`${type}s`] ?? []
}
const nightly = (): { readonly name: string; readonly object: string } => {
  const job = [...em.simulation.state(jobState).jobs.values()].find(
    (it) => it.kind === 'Backup' && it.follows === undefined && it.platform === 'VMware',
  )!
  return { name: job.name, object: job.objects[0]!.name }
}

describe('the next runs of a job', () => {
  it('end as they were told to, so many times, and then as usual', async () => {
    const { name } = nightly()
    const reason = 'The proxy is out of order.'
    const told = { job: name, result: 'Failed', reason, times: 2 }
    const { status, json } = await post('outcomes', told)
    expect([status, json]).toMatchObject([200, { name, result: 'Failed', reason, times: 2 }])
    await post('clock/advance', { by: 'P1D' })
    const runs = await find('BackupJobSession', `JobName=="${name}"`)
    expect(runs.slice(0, 2)).toMatchObject([
      { Result: 'Failed', IsRetry: false, FailureMessage: reason },
      { Result: 'Failed', FailureMessage: reason },
    ])
    expect(runs.slice(2).map(({ Result }) => Result)).not.toContain('Failed')
    expect(runs.length).toBeGreaterThan(2)
  })

  it('go wrong for one machine alone', async () => {
    const { name, object } = nightly()
    await post('outcomes', { job: name, object, result: 'Warning' })
    await post('clock/advance', { by: 'P1D' })
    const tasks = await find('BackupTaskSession', `JobName=="${name}"`)
    const warned = tasks.filter(({ Result }) => Result === 'Warning')
    expect(warned.map(({ VmDisplayName }) => VmDisplayName)).toEqual([object])
    expect(warned[0]!.Reason).not.toBe('')
    expect(tasks.length).toBeGreaterThan(1)
  })

  it('end well in the worst of nights', async () => {
    const bad = await openEm({
      scenario: 'bad-night',
      now: '2026-01-15T12:00:00Z',
      clock: 'frozen',
    })
    em = bad
    await post('outcomes', { job: 'Databases', result: 'Success', times: 9 })
    await post('clock/advance', { by: 'P1D' })
    const runs = await find('BackupJobSession', 'JobName=="Databases"')
    expect(runs.map(({ Result }) => Result)).toEqual(['Success'])
  })

  it.each([
    [{ result: 'Failed' }, /lacks "job"/],
    [{ job: 'Nobody', result: 'Failed' }, /There is no job Nobody/],
    [{ job: '00000000-0000-0000-0000-000000000000', result: 'Failed' }, /There is no job/],
    [{ job: '{job}' }, /lacks "result".*Success, Warning, Failed/],
    [{ job: '{job}', result: 'failed' }, /body.result: found "failed".*Success, Warning, Failed/],
    [{ job: '{job}', result: 'Failed', times: 0 }, /body.times: found 0/],
    [{ job: '{job}', result: 'Failed', times: 1.5 }, /body.times: found 1.5/],
    [{ job: '{job}', result: 'Failed', object: 'nobody' }, /does not work on nobody/],
    [{ job: '{job}', result: 'Failed', reson: 'a' }, /body.reson: .*"reason"/],
    [{ job: 7, result: 'Failed' }, /body.job: found 7/],
  ])('%j is refused', async (given, message) => {
    const { name } = nightly()
    const body = JSON.parse(JSON.stringify(given).replace('{job}', name)) as unknown
    const { status, json } = await post('outcomes', body)
    expect([status, json['message']]).toEqual([400, expect.stringMatching(message)])
    expect(em.simulation.state(outcomeState).orders.size).toBe(0)
  })
})
