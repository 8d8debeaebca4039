import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actorOf } from '../support/actor.ts'
import { openEm, type Em } from '../support/em.ts'

let em: Em
let token: string
let job: string
beforeEach(async () => {
  em = await openEm({ scenario: 'default', now: '2026-01-15T12:00:00Z', clock: 'frozen' })
  token = await em.logOn()
  job = (await actorOf(em, token).ids('Job', 'Name=="Backup Job 1"'))[0] ?? ''
})
afterEach(() => em.close())

type Told = Readonly<Record<string, unknown>>

const ask = async (request: string, body?: object): Promise<Told> => {
  const answer = await em.ask(request, {
    token,
    accept: 'application/json',
    ...(body && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  return { status: answer.status, ...(JSON.parse(answer.body) as object) }
}
const start = () => ask(`POST /api/jobs/${job}?action=start`)
const task = async () => (await ask('GET /api/tasks/task-1'))['State']
const links = async () => (await ask('GET /api/tasks/task-1'))['Links'] as readonly { readonly Href: string }[]
const sessionPath = async () => (await links())[1]?.Href.replace(/^.*\/api/, '/api') ?? ''
const stateOf = async (path: string) => (await ask(`GET ${path}`))['State']

describe('work moves', () => {
  it('by time: not at all while that stands still, and then as long as it takes', async () => {
    await start()
    expect([await task(), await task()]).toEqual(['Running', 'Running'])
    await ask('POST /_mock/clock/advance', { by: 'PT3S' })
    expect(await task()).toBe('Finished')
    const path = await sessionPath()
    expect(await stateOf(path)).toMatch(/Starting|Working/)
    // A logon lasts fifteen minutes without being seen.
    for (let n = 0; n < 20; n++) {
      await ask('POST /_mock/clock/advance', { by: 'PT10M' })
      await stateOf(path)
    }
    expect(await stateOf(path)).toBe('Stopped')
  })

  it('at once: the very next look sees the end of it', async () => {
    await ask('PUT /_mock/work', { moves: 'instant' })
    expect((await start())['State']).toBe('Running')
    expect(await task()).toBe('Finished')
    const session = await ask(`GET ${await sessionPath()}`)
    expect([session['State'], session['Progress']]).toEqual(['Stopped', 100])
  })

  it('by reads: so many looks move the task, and then the session with its tasks, a stage', async () => {
    await ask('PUT /_mock/work', { moves: 'reads', reads: 2 })
    await start()
    const seen = [await task(), await task(), await task(), await task()]
    expect(seen).toEqual(['Running', 'OperationFinished', 'OperationFinished', 'Finished'])
    const path = await sessionPath()
    const states: unknown[] = []
    while (states.at(-1) !== 'Stopped' && states.length < 60) states.push(await stateOf(path))
    expect(states.slice(0, 3)).toEqual(['Starting', 'Working', 'Working'])
    expect(states.at(-1)).toBe('Stopped')
  })

  it('by hand: one stage a step, and only that of the job that is named', async () => {
    expect(await ask('PUT /_mock/work', { moves: 'manual' })).toMatchObject({ moves: 'manual' })
    await start()
    await ask('POST /_mock/clock/advance', { by: 'PT5M' })
    expect(await task()).toBe('Running')
    expect(await ask('POST /_mock/work/step', { job: 'Backup Job 2' })).toMatchObject({ events: 0 })
    expect(await task()).toBe('Running')
    const told = await ask('POST /_mock/work/step', { job: 'Backup Job 1' })
    const happened = told['happened'] as readonly Told[]
    expect(happened.map(({ type, state }) => [type, state])).toEqual([
      ['BackupJobSession', 'Starting'],
      ['Task', 'OperationFinished'],
    ])
    expect(await task()).toBe('OperationFinished')
  })

  it('otherwise for one job than for the others', async () => {
    const told = await ask('PUT /_mock/work', { moves: 'instant', job: 'Backup Job 1' })
    expect(told).toMatchObject({ moves: 'time', jobs: [{ job, name: 'Backup Job 1', moves: 'instant' }] })
    await start()
    expect(await task()).toBe('Finished')
    expect(await stateOf(await sessionPath())).toBe('Stopped')
  })

  it('on in another way from where it is, whenever that is changed', async () => {
    await ask('PUT /_mock/work', { moves: 'manual' })
    await start()
    await ask('PUT /_mock/work', { moves: 'instant' })
    expect(await task()).toBe('Finished')
    const path = await sessionPath()
    expect(await stateOf(path)).toBe('Stopped')
    await ask('PUT /_mock/work', { moves: 'time' })
    expect(await ask('GET /_mock/work')).toMatchObject({ moves: 'time', waiting: 0 })
  })
})

describe('what cannot be meant is refused, and nothing has changed', () => {
  it.each([
    [{}, 'body: a way to move lacks "moves": one of time, instant, reads, manual.'],
    [{ moves: 'fast' }, 'body.moves: found "fast", expected one of time, instant, reads, manual.'],
    [{ moves: 'reads', reads: 0 }, 'body.reads: found 0, expected a whole number from 1 to 1000000.'],
    [{ moves: 'manual', reads: 3 }, 'Found reads with moves manual; it goes with "moves":"reads".'],
    [{ moves: 'instant', job: 'Bakup Job 1' }, 'There is no job Bakup Job 1. Did you mean Backup Job 1?'],
    [{ moves: 'instant', jobs: 'all' }, 'body.jobs: a way to move has no "jobs". Did you mean "job"?'],
  ])('PUT /_mock/work %j', async (body, message) => {
    expect(await ask('PUT /_mock/work', body)).toEqual({ status: 400, message })
    expect(await ask('GET /_mock/work')).toMatchObject({ moves: 'time', jobs: [] })
  }) // prettier-ignore

  it('a step, when nothing moves so', async () => {
    expect(await ask('POST /_mock/work/step')).toEqual({
      status: 400,
      message: 'Nothing waits to be moved: work moves by time. PUT /_mock/work {"moves":"manual"} first.',
    })
  })
})
