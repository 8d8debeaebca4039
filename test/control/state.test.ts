import { beforeEach, describe, expect, it } from 'vitest'
import { accepts, openEm, type Em } from '../support/em.ts'

let em: Em
let token: string
beforeEach(async () => {
  em = await openEm({ scenario: 'default', now: '2026-01-15T08:00:00Z', clock: 'frozen' })
  token = await em.logOn()
  return () => em.close()
})

const control = async (request: string, body: object = {}) => {
  const { status, body: text } = await em.ask(request, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  return { status, told: JSON.parse(text) as Readonly<Record<string, unknown>> }
}
const sessions = async () => {
  const query = '/api/query?type=BackupJobSession&sortDesc=CreationTime&pageSize=20'
  return (await em.ask(`GET ${query}`, { token: await em.logOn(), accept: accepts.json })).body
}

describe('POST /_mock/reset', () => {
  it.each([
    [undefined, ['data', 'clock', 'logons', 'tasks', 'faults', 'journal', 'counters']],
    [['data'], ['data', 'tasks']],
    [
      ['clock', 'data'],
      ['data', 'clock', 'tasks'],
    ],
    [['faults'], ['faults']],
    [
      ['logons', 'tasks'],
      ['logons', 'tasks'],
    ],
  ])('%j puts back %j', async (what, reset) => {
    const { told } = await control('POST /_mock/reset', what === undefined ? {} : { what })
    expect(told).toEqual({ reset })
  })

  it('of the clock alone is refused, for it would take the data with it', async () => {
    await control('POST /_mock/clock/advance', { by: 'P1D' })
    const { status, told } = await control('POST /_mock/reset', { what: ['clock', 'faults'] })
    expect([status, told]).toEqual([
      400,
      {
        message:
          'Found clock without data: time goes back only together with what has happened. Say both: {"what":["clock","faults","data"]}.',
      },
    ])
    expect((await control('GET /_mock/clock')).told).toMatchObject({ now: '2026-01-16T08:00:00Z' })
  })

  it('goes back to how the scenario was seeded, whatever has happened', async () => {
    const before = await sessions()
    await control('POST /_mock/clock/advance', { by: 'P40D' })
    expect(await sessions()).not.toBe(before)
    await control('POST /_mock/reset')
    expect(await sessions()).toBe(before)
    expect((await control('GET /_mock/clock')).told).toMatchObject({ now: '2026-01-15T08:00:00Z' })
  })

  it('of the data alone lets it live until now', async () => {
    await control('POST /_mock/clock/advance', { by: 'P2D' })
    const lived = await sessions()
    await em.ask('DELETE /api/jobs/00000000-0000-0000-0000-000000000000', { token })
    await control('POST /_mock/reset', { what: ['data'] })
    expect(await sessions()).toBe(lived)
  })

  it('ends the logon sessions, and numbers new ones from the first again', async () => {
    await control('POST /_mock/reset', { what: ['logons'] })
    expect((await em.ask('GET /api/jobs', { token })).status).toBe(401)
    expect(await em.logOn()).toBe(token)
  })

  it.each([
    [{ what: ['dta'] }, 'body.what[0]: found "dta"'],
    [{ what: 'data' }, 'body.what: found "data", expected a list'],
    [{ what: [] }, 'it is a list'],
    [{ waht: ['data'] }, 'Did you mean "what"?'],
  ])('refuses %j, and changes nothing', async (body, says) => {
    const { status, told } = await control('POST /_mock/reset', body)
    expect(status).toBe(400)
    expect(told['message']).toContain(says)
    expect((await em.ask('GET /api/jobs', { token })).status).toBe(200)
    for (const each of ['GET /_mock/clock', 'GET /_mock/dump', 'POST /_mock/reset'])
      expect((await em.ask(each)).status).toBe(200)
    token = await em.logOn()
  }) // prettier-ignore
})

describe('/_mock/snapshots', () => {
  it('are taken, listed, gone back to as often as wanted, and dropped', async () => {
    const before = await sessions()
    await control('POST /_mock/snapshots', { name: 'before' })
    for (const by of ['P1D', 'P3D']) {
      await control('POST /_mock/clock/advance', { by })
      expect(await sessions()).not.toBe(before)
      expect((await control('POST /_mock/snapshots/before/restore')).status).toBe(200)
      expect(await sessions()).toBe(before)
    }
    const listed = [{ name: 'before', now: '2026-01-15T08:00:00Z' }]
    expect((await control('GET /_mock/snapshots')).told).toEqual({ snapshots: listed })
    expect((await control('DELETE /_mock/snapshots/before')).status).toBe(200)
    expect((await control('GET /_mock/snapshots')).told).toEqual({ snapshots: [] })
  })

  it('hold the logon sessions, and what is under way', async () => {
    const { body } = await em.ask('GET /api/jobs', { token, accept: accepts.json })
    const [job] = (JSON.parse(body) as { Refs: { UID: string }[] }).Refs
    await em.ask(`POST /api/jobs/${job!.UID.split(':').at(-1)}?action=start`, { token })
    await control('POST /_mock/snapshots/running')
    const ends = async () => (await control('POST /_mock/clock/advance', { by: 'PT3H' })).told
    const first = await ends()
    await em.ask(`DELETE /api/logonSessions/nobody`, { token })
    await control('POST /_mock/snapshots/running/restore')
    expect((await em.ask('GET /api/tasks/task-1', { token })).status).toBe(200)
    expect(await ends()).toEqual(first)
  })

  it.each([
    ['POST /_mock/snapshots', { name: 'a/b' }, 400, 'is called by'],
    ['POST /_mock/snapshots/none/restore', {}, 404, 'GET /_mock/snapshots lists them'],
    ['DELETE /_mock/snapshots/none', {}, 404, 'There is no snapshot "none"'],
  ])('%s %j is a %i: %s', async (request, body, status, says) => {
    const answer = await control(request, body)
    expect(answer.status).toBe(status)
    expect(answer.told['message']).toContain(says)
  })
})

/** A scenario with one job, and what is said of both. */
const own = (job: object, more: object = {}) => ({
  name: 'own',
  says: 'Mine.',
  servers: [
    {
      name: 'vbr',
      repositories: [{ name: 'Disk', kind: 'LinuxLocal' }],
      jobs: [{ name: 'Mail', type: 'Backup', repository: 'Disk', objects: 2, ...job }],
    },
  ],
  ...more,
})

describe('/_mock/scenario', () => {
  it('has another one begin, to which a reset goes back', async () => {
    const before = await sessions()
    expect((await control('POST /_mock/scenario', { scenario: 'bad-night' })).told).toEqual({
      scenario: 'bad-night',
    })
    expect((await em.ask('GET /api/jobs', { token })).status).toBe(401)
    const bad = await sessions()
    expect(bad).not.toBe(before)
    await control('POST /_mock/clock/advance', { by: 'P1D' })
    await control('POST /_mock/reset')
    expect(await sessions()).toBe(bad)
  })

  it('may be a whole one', async () => {
    const scenario = own({})
    expect((await control('POST /_mock/scenario', { scenario })).status).toBe(200)
    expect((await em.ask('GET /api/jobs', { token: await em.logOn() })).body).toContain('Mail')
  })

  it.each([
    [{ scenario: 'bad-nigth' }, 'Did you mean "bad-night"?'],
    [{ scenario: { name: 'x' } }, 'scenario: a scenario lacks "servers": a list, each a backup server.'],
    [
      { scenario: { name: 'x', says: 'y', server: [] } },
      'scenario.server: a scenario has no "server". Did you mean "servers"?',
    ],
    [
      { scenario: '/etc/passwd' },
      'Found scenario "/etc/passwd", which is no name, and files are not read here: send what it holds',
    ],
    [{ scenario: './my.json' }, 'or start the server with --scenario and its path. Those with names are default, docs'],
    [{}, 'lacks "scenario"'],
    [{ scenario: 'docs', now: 'noon' }, 'it is a time from 1970 to 2199 such as'],
    [{ scenario: 'docs', now: '9999-12-31' }, 'it is a time from 1970 to 2199 such as'],
    [
      { scenario: own({}, { now: '2026-02-30T25:00:00Z' }) },
      'found "2026-02-30T25:00:00Z", expected a moment from 1970 to 2199, such as',
    ],
    [{ scenario: own({}, { now: '2026-02-30T00:00:00Z' }) }, 'found "2026-02-30T00:00:00Z", expected a moment'],
    [{ scenario: own({}, { history: { days: 1e9 } }) }, 'found 1000000000, expected a number of days from 0 to 366'],
    [{ scenario: own({}, { history: { days: -1 } }) }, 'found -1, expected a number of days'],
    [{ scenario: own({ times: 1e4 }) }, 'found 10000, expected a number of jobs from 1 to 1000'],
    [{ scenario: own({ times: 1.5 }) }, 'found 1.5, expected a number of jobs'],
    [{ scenario: own({ objects: 1e5 }) }, 'found 100000, expected a number of objects from 0 to 1000'],
    [{ scenario: own({ objects: -2 }) }, 'found -2, expected a number of objects'],
    [{ scenario: own({ retries: 0.5 }) }, 'found 0.5, expected a number of retries from 0 to 20'],
    [{ scenario: own({ minutes: 1e9 }) }, 'found 1000000000, expected a number of minutes from 0 to 10080'],
    [{ scenario: own({ objects: 1000, every: '1m' }) }, 'tasks of machines or more; 100000 are the most.'],
    [{ scenario: own({ objects: 1000, times: 1000 }) }, 'tasks of machines or more; 100000 are the most.'],
  ] as const)('refuses %j, and changes nothing', async (body, says) => {
    const { status, told } = await control('POST /_mock/scenario', body)
    expect(status).toBe(400)
    expect(told['message']).toContain(says)
    expect((await em.ask('GET /api/jobs', { token })).status).toBe(200)
  })
})

it('a snapshot without a name is given one', async () => {
  await control('POST /_mock/snapshots/snapshot-1')
  expect((await control('POST /_mock/snapshots')).told).toMatchObject({ name: 'snapshot-2' })
  expect((await em.ask('POST /_mock/snapshots')).body).toContain('"name":"snapshot-3"')
  expect((await control('POST /_mock/snapshots/snapshot-2/restore')).status).toBe(200)
})
