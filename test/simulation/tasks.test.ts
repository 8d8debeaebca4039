import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openActor } from '../support/actor.ts'
import { accepts, openEm } from '../support/em.ts'
import { workState } from '../../src/simulation/core/work-state.ts'

let actor: Awaited<ReturnType<typeof openActor>>
beforeEach(async () => {
  actor = await openActor({ scenario: 'default' })
})
afterEach(() => actor.close())

const jobNamed = async (name: string) => (await actor.ids('Job', `Name=="${name}"`))[0] ?? ''
const asked = async (request: string, token = actor.token, accept = accepts.xml) =>
  actor.em.ask(request, { token, accept })

describe('a task', () => {
  it('is answered with 202 while it runs, and says what it is', async () => {
    const job = await jobNamed('Backup Job 1')
    const { status, body } = await asked(`POST /api/jobs/${job}?action=start`)
    expect(status).toBe(202)
    expect(body.replace(/ xmlns(:\w+)?="[^"]*"/g, '')).toBe(
      '<?xml version="1.0" encoding="utf-8"?><Task Href="http://em.example.net:9399/api/tasks/task-1" Type="Task">' +
        '<Links><Link Href="http://em.example.net:9399/api/tasks/task-1" Rel="Delete" /></Links>' +
        '<TaskId>task-1</TaskId><State>Running</State><Operation>StartJob</Operation></Task>',
    )
  })

  it('goes from Running to OperationFinished to Finished', async () => {
    actor.em.simulation.state(workState).moves = { moves: 'reads', reads: 1 }
    const job = await jobNamed('Backup Job 1')
    await asked(`POST /api/jobs/${job}?action=toggleScheduleEnabled`)
    const seen = [await actor.read('/tasks/task-1'), await actor.read('/tasks/task-1')]
    expect(seen.map(({ State, Result }) => ({ State, Result }))).toEqual([
      { State: 'OperationFinished', Result: { Message: 'OperationFinished', Success: true } },
      { State: 'Finished', Result: { Message: 'Ok', Success: true } },
    ])
  })

  it('can fail, and says why; nothing has changed then', async () => {
    const job = await jobNamed('Backup Job 1')
    const { status, document, message } = await actor.act(`POST /jobs/${job}?action=stop`)
    expect([status, document['State'], message]).toEqual([202, 'Finished', 'Job "Backup Job 1" is not running.'])
  })

  it('is the second of two that want the same: one does it, the other finds it done', async () => {
    const job = await jobNamed('Backup Job 1')
    actor.em.simulation.state(workState).moves = { moves: 'time' }
    const asking = [1, 2].map(() => asked(`DELETE /api/jobs/${job}`))
    expect((await Promise.all(asking)).map(({ status }) => status)).toEqual([202, 202])
    actor.em.simulation.clock.advance(5e6)
    const results = [await actor.read('/tasks/task-1'), await actor.read('/tasks/task-2')]
    expect(results.map(({ Result }) => Result)).toEqual([
      { Message: 'Ok', Success: true },
      { Message: `Cannot find job [${job}]`, Success: false },
    ])
    expect((await actor.read(`/jobs/${job}`))['status']).toBe(404)
  })

  it('does nothing once it has been removed', async () => {
    actor.em.simulation.state(workState).moves = { moves: 'manual' }
    const job = await jobNamed('Backup Job 1')
    const before = (await actor.read(`/jobs/${job}?format=Entity`))['ScheduleEnabled']
    await asked(`POST /api/jobs/${job}?action=toggleScheduleEnabled`)
    expect((await asked('DELETE /api/tasks/task-1')).status).toBe(204)
    await asked('POST /_mock/work/step')
    expect((await actor.read(`/jobs/${job}?format=Entity`))['ScheduleEnabled']).toBe(before)
    expect((await asked('DELETE /api/tasks/task-1')).status).toBe(500)
  })

  it('belongs to the logon session that made it, and is numbered there', async () => {
    const other = await actor.em.logOn()
    const job = await jobNamed('Backup Job 1')
    for (const token of [actor.token, actor.token, other])
      await asked(`POST /api/jobs/${job}?action=toggleScheduleEnabled`, token)
    const listed = async (token: string, path: string) =>
      (await asked(`GET /api/${path}`, token)).body.match(/(?<=<TaskId>)[^<]+/g)
    expect(await listed(actor.token, 'tasks')).toEqual(['task-1', 'task-2'])
    expect(await listed(actor.token, 'query?type=Task&filter=State==Finished')).toEqual(['task-1', 'task-2'])
    expect(await listed(other, 'tasks')).toEqual(['task-1'])
    expect((await asked('GET /api/tasks/task-2', other)).status).toBe(500)
    expect((await asked('DELETE /api/tasks/task-2', other)).status).toBe(500)
  })

  it('ends with its logon session', async () => {
    const { em, token } = actor
    const job = await jobNamed('Backup Job 1')
    await asked(`POST /api/jobs/${job}?action=toggleScheduleEnabled`)
    const list = await actor.read('/logonSessions')
    const [{ SessionId } = { SessionId: '' }] = list['LogonSessions'] as { SessionId: string }[]
    expect(em.simulation.store.table('Task').size).toBe(1)
    expect((await asked(`DELETE /api/logonSessions/${SessionId}`, token)).status).toBe(204)
    expect(em.simulation.store.table('Task').size).toBe(0)
  })

  it.each([
    ['json', '{"Tasks":[]}'],
    ['xml', /<Tasks xmlns:xsd="[^"]+" xmlns:xsi="[^"]+" xmlns="[^"]+" \/>$/],
  ] as const)('is not there yet, in %s', async (language, expected) => {
    const { status, body } = await asked('GET /api/tasks', actor.token, accepts[language])
    expect(status).toBe(200)
    expect(body).toMatch(expected)
  })

  it('that is unknown is a 500 in the words of EM', async () => {
    const { status, body } = await asked('GET /api/tasks/task-297', actor.token, accepts.json)
    const Message = 'There is no backup task with id [task-297] in current rest session'
    expect(status).toBe(500)
    expect(JSON.parse(body)).toMatchObject({
      Message,
      FirstChanceExceptionMessage: Message,
      StatusCode: 500,
    })
  })
})

describe('who may not', () => {
  it.each(['community', 'standard'] as const)('anyone with the %s edition', async (edition) => {
    const { act, read, ids, close } = await openActor({ scenario: 'default', edition })
    const [job] = await ids('Job')
    expect(await act(`POST /jobs/${job}?action=start`)).toMatchObject({
      status: 403,
      message: `Access denied. The ${edition} edition only reads; start with --edition enterprise-plus to write.`,
    })
    expect(await read('/tasks')).toEqual({ status: 200, Tasks: [] })
    await close()
  })

  it.each(['portal-user', 'restore-operator'])('%s', async (user) => {
    const [job] = await actor.ids('Job')
    const token = await actor.em.logOn(user)
    const { status } = await asked(`POST /api/jobs/${job}?action=start`, token)
    expect(status).toBe(403)
  })

  it('nobody who has not logged on', async () => {
    const em = await openEm()
    const { status } = await em.ask('POST /api/jobs/x?action=start')
    expect(status).toBe(401)
    await em.close()
  })
})
